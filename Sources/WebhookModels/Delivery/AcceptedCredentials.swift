import Foundation
import GitLabVocabulary
import WireFormat

/// Credentials made ready for comparing.
struct AcceptedCredentials: Sendable, CustomReflectable {
    private let token: Digest?
    private let signingKey: SigningKey?

    var areSigned: Bool { signingKey != nil }
    /// Neither the secrets nor what they could be guessed by.
    var customMirror: Mirror { Mirror(self, children: [:]) }

    init(_ credentials: WebhookCredentials) throws(WebhookError) {
        if let token = credentials.token { try Self.check(token) }
        token = credentials.token.map { SHA256.hash(Array($0.reveal().utf8)) }
        signingKey = credentials.signingKey
        guard token != nil || signingKey != nil else {
            throw WebhookError(.unusableSecret, "there is neither a token nor a signing token")
        }
    }

    private static func check(_ token: Secret) throws(WebhookError) {
        let bytes = Array(token.reveal().utf8)
        guard !bytes.isEmpty else { throw WebhookError(.unusableSecret, "the token is empty") }
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }), bytes.first != 0x20, bytes.last != 0x20 else {
            throw WebhookError(
                .unusableSecret, "no header can carry a token with control characters or blanks at its ends")
        }
    }

    /// Looks whether the delivery proves all of them.
    ///
    /// - Returns: the signed id, if it is signed.
    func prove(
        _ fields: DeliveryFields, body: Data, at now: Date, tolerance: Duration
    ) throws(WebhookError) -> String? {
        if let token { try prove(token, fields) }
        guard let signingKey else { return nil }
        return try prove(signingKey, SignedFields(fields, at: now, tolerance: tolerance), body)
    }

    private func prove(_ token: Digest, _ fields: DeliveryFields) throws(WebhookError) {
        guard let sent = fields[.token] else {
            throw WebhookError(.missingToken, "X-Gitlab-Token is required")
        }
        guard SHA256.hash(Array(sent.utf8)) == token else {
            throw WebhookError(.wrongToken, "X-Gitlab-Token is not an accepted one")
        }
    }

    private func prove(
        _ key: SigningKey, _ signed: SignedFields, _ body: Data
    ) throws(WebhookError) -> String {
        let code = key.code(of: body, id: signed.id, timestamp: signed.timestamp)
        guard signed.codes.contains(code) else {
            throw WebhookError(.wrongSignature, "webhook-signature holds no signature by an accepted key")
        }
        return signed.id
    }
}
