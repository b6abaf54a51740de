import Foundation
import GitLabAPI
import GitLabVocabulary
import WebhookModels

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
    /// 256 bits each; only as secret as the generator.
    init(signing: Bool, using generator: inout some RandomNumberGenerator) {
        token = Secret(unguessable: &generator).reveal()
        signingToken = signing ? SigningKey.random(using: &generator).text.reveal() : nil
    }

    var credentials: WebhookCredentials {
        WebhookCredentials(
            token: Secret(token), signingKey: signingToken.flatMap { try? SigningKey(Secret($0)) })
    }
}
