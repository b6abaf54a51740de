import Foundation

/// A span in which something is not tried again.
struct Rest: Sendable {
    private let start: Date
    private let length: TimeInterval

    init(from start: Date, _ length: Duration) {
        self.start = start
        self.length = length / .seconds(1)
    }

    /// A clock that was set back does not prolong it.
    func isOver(at now: Date) -> Bool { !(0..<length).contains(now.timeIntervalSince(start)) }
}

extension IssuedTokens {
    /// How long after their renewal they are not renewed again, whatever becomes of them.
    func rest(_ longest: Duration) -> Duration {
        guard let createdAt, let expiresAt else { return longest }
        let half = expiresAt.timeIntervalSince(createdAt) / 2
        return min(longest, .seconds(max(1, min(half, 86_400))))
    }
}
