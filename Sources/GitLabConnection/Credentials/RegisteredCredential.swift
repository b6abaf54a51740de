import Foundation
public import GitLabAPI
import MetricsStorage
import Synchronization

/// A token of a registry, and the version of the record it was opened from.
struct OpenedToken: Sendable {
    let token: AccessToken
    let version: StoredValue.Version
}

/// A credential of a registry as a client takes it: looked up for each request, so that a token replaced by any process
/// is used from the next request on, and opened only when it is another. While the store fails, the token known last goes
/// on being used.
public final class RegisteredCredential: CredentialProvider {
    private let registry: CredentialRegistry
    private let id: String
    private let known = Mutex<OpenedToken?>(nil)

    init(_ registry: CredentialRegistry, _ id: String) {
        self.registry = registry
        self.id = id
    }

    /// - Throws: `.tokenStoreFailed` when the registry does not give it, with the reason.
    public func current() async throws(GitLabError) -> AccessToken? {
        let last = known.withLock { $0 }
        do throws(ConnectionError) {
            let found = try await registry.token(id, since: last)
            known.withLock { $0 = found }
            return found.token
        } catch {
            if let last, error.storage?.code == .unavailable { return last.token }
            throw GitLabError(.tokenStoreFailed, detail: error.description)
        }
    }

    /// The next look-up tells whether there is another.
    public func invalidate(_ token: AccessToken, because error: GitLabError) async {}
}

extension CredentialRegistry {
    /// What sends that credential's token.
    public func provider(for id: String) -> RegisteredCredential { RegisteredCredential(self, id) }
}
