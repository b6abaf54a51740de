import Foundation
import GitLabAPI
import GitLabVocabulary

extension CheckRun {
    /// The oldest GitLab that is tested against.
    private static let oldest = GitLabRelease(15, 0)

    /// One request tells whether the name resolves, the certificate is good, and a GitLab answers.
    ///
    /// - Returns: whether one does.
    mutating func meetInstance(_ client: WatchedClient) async -> Bool {
        do throws(GitLabError) {
            let metadata = try await metadata(client)
            passNetwork(client)
            report.version = metadata.version
            report.isEnterprise = metadata.isEnterprise
            let edition = metadata.isEnterprise.map { $0 ? ", Enterprise Edition" : ", Community Edition" }
            record(.instance, note: metadata.version + (edition ?? ""), age(metadata))
            return true
        } catch {
            return meet(error, client)
        }
    }

    private func metadata(_ client: WatchedClient) async throws(GitLabError) -> Metadata {
        do throws(GitLabError) {
            return try await client.send(.metadata)
        } catch {
            guard error.code == .notFound else { throw error }
            return try await client.send(.version)
        }
    }

    private func age(_ metadata: Metadata) -> [Finding] {
        guard let release = metadata.release, release < Self.oldest else { return [] }
        return [
            Finding(
                .tooOld, .warning,
                "GitLab \(metadata.version) is older than \(Self.oldest.major).\(Self.oldest.minor), the oldest tested."
            )
        ]
    }

    private mutating func meet(_ error: GitLabError, _ client: WatchedClient) -> Bool {
        switch error.code {
        case .unreachableDNS, .unreachableRefused, .timedOut, .connectionBroken, .cancelled, .closed:
            fail(.network, error, client)
            return false
        case .unreachableTLS:
            record(.network)
            fail(.tls, error, client)
            return false
        case .invalidToken, .expiredToken, .revokedToken, .insufficientScope, .forbidden:
            passNetwork(client)
            record(.instance, note: "answers as a GitLab does; its version is not told to this token")
            return true
        case .notFound, .decoding:
            passNetwork(client)
            record(
                .instance,
                [
                    Finding(
                        .notGitLab, .fatal, "What answers there does not answer as a GitLab does.",
                        evidence: client.evidence(error))
                ])
            return false
        default:
            passNetwork(client)
            var finding = Finding(error, evidence: client.evidence(error))
            // A limit will pass; all others leave nothing to ask.
            if finding.code != .rateLimited { finding.severity = .fatal }
            record(.instance, [finding])
            return false
        }
    }

    private mutating func passNetwork(_ client: WatchedClient) {
        record(.network)
        if client.instance.url.scheme == "https" {
            record(.tls)
        } else {
            skip(.tls, because: "plain http")
        }
    }
}
