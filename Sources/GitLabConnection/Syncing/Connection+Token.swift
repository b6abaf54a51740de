import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension Connection {
    /// Asks GitLab once a day when the token ends. Those of OAuth renew themselves, and others are not told of.
    func lookAtToken() async throws(ConnectionError) {
        let now = now
        if let last = try await stored()?.tokenCheckedAt, last.seconds(until: now) < 86_400 { return }
        let end: Instant?
        do throws(GitLabError) {
            end = try await client.send(.ownToken).expiresAt.map { Instant($0) }
        } catch {
            guard [.rejected, .notFound, .forbidden, .insufficientScope].contains(error.code) else { return }
            end = nil
        }
        try await change { record in
            record.tokenExpiresAt = end
            record.tokenCheckedAt = now
        }
    }
}
