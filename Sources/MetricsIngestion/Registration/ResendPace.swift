import Foundation
import GitLabAPI

/// Keeps sending again within what GitLab allows: five a minute.
///
/// <https://docs.gitlab.com/api/project_webhooks/#resend-a-project-webhook-event>
struct ResendPace {
    private static let perMinute = 5
    private static let minute: TimeInterval = 60

    private let time: any TimeSource
    private var recent: [Date] = []

    init(time: any TimeSource) { self.time = time }

    /// Waits until one more may be sent.
    mutating func wait() async throws {
        recent = Array(recent.suffix(Self.perMinute))
        if recent.count == Self.perMinute, let first = recent.first {
            try await sleep(until: first + Self.minute)
        }
        recent.append(time.now)
    }

    /// Waits as GitLab said, or a minute.
    func waitLonger(_ refusal: GitLabError) async throws {
        try await sleep(until: refusal.retryAt ?? time.now + Self.minute)
    }

    private func sleep(until date: Date) async throws {
        let seconds = date.timeIntervalSince(time.now)
        if seconds > 0 { try await time.sleep(for: .seconds(seconds)) }
    }
}
