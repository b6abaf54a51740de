import Foundation
public import GitLabAPI
import Synchronization

/// A credential of a registry as a client takes it: opened once, and looked up again when GitLab refuses it, so that a
/// token replaced by any process is taken up without a pause.
public final class RegisteredCredential: CredentialProvider {
    private let registry: CredentialRegistry
    private let id: String
    private let known = Mutex<AccessToken?>(nil)

    init(_ registry: CredentialRegistry, _ id: String) {
        self.registry = registry
        self.id = id
    }

    /// - Throws: `.tokenStoreFailed` when the registry does not give it, with the reason.
    public func current() async throws(GitLabError) -> AccessToken? {
        if let token = known.withLock({ $0 }) { return token }
        return try await lookUp()
    }

    public func invalidate(_ token: AccessToken, because error: GitLabError) async {
        known.withLock { if $0 == token { $0 = nil } }
    }

    private func lookUp() async throws(GitLabError) -> AccessToken {
        do {
            let token = try await registry.token(id)
            known.withLock { $0 = token }
            return token
        } catch {
            throw GitLabError(.tokenStoreFailed, detail: error.description)
        }
    }
}

extension CredentialRegistry {
    /// What sends that credential's token.
    public func provider(for id: String) -> RegisteredCredential { RegisteredCredential(self, id) }
}
