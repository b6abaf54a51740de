public import MetricsCore

/// A time of which deliveries were missed that cannot be sent again, so that what happened in it is to be read.
public struct MissedWindow: Hashable, Sendable {
    /// Why they cannot be sent again.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// There is no hook: somebody has removed it.
        case noHook
        /// The token may not see the owner's hooks.
        case forbidden
        /// GitLab keeps no log that can be read: of hooks of the instance, and before 17.3.
        case noLog
        /// The last look lies further back than the log, which holds seven days, or there are too many entries since.
        case logTooShort
        /// GitLab rested the hook after four failures in a row, or may have, which its log does not tell: what happened
        /// then it did not even try to send.
        case rested
        /// More failed than are sent again.
        case tooMany
        /// They failed again, or the instance cannot send again, which takes 17.4.
        case notResent
    }

    public let reason: Reason
    /// From GitLab 19.0 on the first delivery that failed; else when all was last known to be there.
    public let since: Instant
    public let until: Instant
}
