import Foundation

/// When a read began, in milliseconds since 1970.
struct ReadStart: Hashable, Sendable {
    /// By our clock: it orders our own reads.
    var milliseconds: Int64
    /// By our clock or GitLab's, whichever was earlier: everything GitLab had dated before was in the answer.
    var earliest: Int64

    /// - Parameters:
    ///   - began: when the request was sent, by our clock.
    ///   - answered: when the answer was there, by our clock.
    ///   - serverDate: the answer's `Date`, in whole seconds.
    init(began: Date, answered: Date, serverDate: Date?) {
        milliseconds = began.milliseconds
        earliest = milliseconds
        guard let serverDate else { return }
        let took = max(0, answered.milliseconds - milliseconds)
        // The header has no fraction: a server in step with us says the second in which it answered.
        if serverDate.milliseconds + 999 < answered.milliseconds {
            earliest = min(milliseconds, serverDate.milliseconds - took)
        }
    }

    init(milliseconds: Int64) {
        self.milliseconds = milliseconds
        earliest = milliseconds
    }
}
