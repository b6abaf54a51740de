import Foundation
import GitLabVocabulary
import MetricsCore
import MetricsStorage
import WebhookModels
import WireFormat

/// Which secrets a hook was last given, which GitLab does not tell: codes by which the same secret is known again. They
/// are made with the secret as key over what is no secret, so that the stored ones tell nothing of a random one, and
/// equal secrets of two hooks are not seen to be equal.
struct HookFingerprint: Codable, Hashable {
    private(set) var token: String?
    private(set) var signingToken: String?

    init(_ credentials: WebhookCredentials, of hook: StateKey) {
        token = credentials.token.map { Self.code(of: $0, hook) }
        signingToken = credentials.signingKey.map { Self.code(of: $0.text, hook) }
    }

    private static func code(of secret: Secret, _ hook: StateKey) -> String {
        var code = HMACSHA256(key: Array(secret.reveal().utf8))
        code.update(Array(hook.description.utf8))
        return code.code().hexadecimal
    }
}
