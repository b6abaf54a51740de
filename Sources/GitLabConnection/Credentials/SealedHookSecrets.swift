import Foundation
import GitLabVocabulary
import WebhookModels
import WireFormat

/// What is secret of an instance's hooks, as it is sealed: one JSON object.
struct SealedHookSecrets: Codable {
    struct Pair: Codable {
        var token: String
        /// `whsec_…`
        var signingToken: String?
    }

    var current: Pair
    /// Accepted still, while hooks are being changed.
    var previous: Pair?
}

extension SealedHookSecrets.Pair {
    /// From the system's generator, which is made for secrets: 256 bits each.
    static func random(signing: Bool) -> Self {
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        return Self(
            token: Base64URL.text(of: bytes),
            signingToken: signing ? SigningKey.random().text.reveal() : nil)
    }

    var credentials: WebhookCredentials {
        WebhookCredentials(
            token: Secret(token), signingKey: signingToken.flatMap { try? SigningKey(Secret($0)) })
    }
}
