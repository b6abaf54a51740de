import Foundation
import GitLabVocabulary
import WebhookModels

/// A delivery as GitLab 19 signs it, and what verifies it. Key, id, time, body and signature are one known vector.
enum Sample {
    static let token = Secret("a token, as plain as it is sent")
    static let keyText = Secret("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
    static let id = "a5461c4d-9c7f-4af9-add6-cddebe3c426f"
    static let now = Date(timeIntervalSince1970: 1_789_000_000)
    static let body = Data(#"{"object_kind":"push"}"#.utf8)

    static let headers: [String: String] = [
        "Content-Type": "application/json", "User-Agent": "GitLab/19.1.0", "X-Gitlab-Event": "Push Hook",
        "Idempotency-Key": id, "X-Gitlab-Event-UUID": "0f3a9d4e-9d5a-4b7e-8f3c-2f2d8c6a1b11",
        "X-Gitlab-Webhook-UUID": "6f0f2a4d-13a5-4f7a-8f6b-7e5a9b1c2d3e",
        "X-Gitlab-Instance": "https://gitlab.example.com", "X-Gitlab-Token": token.reveal(),
        "webhook-id": id, "webhook-timestamp": "1789000000",
        "webhook-signature": "v1,Parh4CzT3C2flV+wy1igM6ceAeNXTU+1x9BiGNWBk8M=",
    ]

    /// The delivery with some headers changed; `nil` takes one away.
    static func delivery(
        _ changes: [String: String?] = [:], body: Data = body, from address: String? = nil
    ) -> WebhookDelivery {
        var headers = headers
        for (name, value) in changes { headers[name] = value }
        return WebhookDelivery(
            headers: WebhookHeaders(headers.map { (name: $0.key, value: $0.value) }), body: body,
            sourceAddress: address)
    }

    static func signed() throws -> WebhookVerifier {
        try WebhookVerifier(accepting: [WebhookCredentials(signingKey: SigningKey(keyText))])
    }

    static func plain() throws -> WebhookVerifier {
        try WebhookVerifier(accepting: [WebhookCredentials(token: token)])
    }
}

extension WebhookVerifier {
    /// Why a delivery is refused; `nil` when it is accepted.
    func refusal(of delivery: WebhookDelivery, at now: Date = Sample.now) -> WebhookError? {
        do throws(WebhookError) {
            _ = try verify(delivery, at: now)
            return nil
        } catch {
            return error
        }
    }
}
