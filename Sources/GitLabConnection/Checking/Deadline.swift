import Foundation

/// A moment at which something ends: for tokens and memberships the beginning of a day in UTC.
///
/// <https://docs.gitlab.com/user/profile/personal_access_tokens/#personal-access-token-expiration>
struct Deadline: Sendable {
    private static let dayLength: TimeInterval = 86_400

    private let end: Date
    private let remaining: TimeInterval

    init(_ end: Date, from now: Date) {
        self.end = end
        remaining = end.timeIntervalSince(now)
    }

    /// Whether no more than so many times 24 hours remain.
    func isWithin(days: Int) -> Bool { remaining <= Double(days) * Self.dayLength }

    /// In UTC: `2026-12-31`.
    var day: String { end.formatted(.iso8601.year().month().day()) }

    /// How long it is until then, as a sentence has it: `in 3 days`.
    var span: String {
        // A membership that is over is taken away by a job that comes round once a day.
        guard remaining > 0 else { return "at any moment" }
        return switch Int((remaining / Self.dayLength).rounded(.down)) {
        case ..<1: "in less than a day"
        case 1: "in a day"
        case let days: "in \(days) days"
        }
    }
}
