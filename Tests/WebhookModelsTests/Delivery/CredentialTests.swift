import Foundation
import GitLabVocabulary
import Testing
import WebhookModels

@Suite("Which credentials a delivery must prove")
struct CredentialTests {
    @Test("The plain token is accepted as it is, with blanks that HTTP allows around it")
    func token() throws {
        let verifier = try Sample.plain()
        #expect(verifier.refusal(of: Sample.delivery()) == nil)
        #expect(
            verifier.refusal(of: Sample.delivery(["X-Gitlab-Token": " \(Sample.token.reveal())\t"])) == nil)
    }

    @Test(
        "A token that differs anywhere is refused",
        arguments: [
            "", "A token, as plain as it is sent", "a token, as plain as it is sen",
            "a token, as plain as it is sent.",
            "a token, as plain as it is sent, a token, as plain as it is sent",
        ])
    func wrongToken(text: String) throws {
        let refusal = try Sample.plain().refusal(of: Sample.delivery(["X-Gitlab-Token": text]))
        #expect(refusal?.code == .wrongToken)
        #expect(refusal?.status == 401)
    }

    @Test("Without a token there is nothing to accept")
    func missingToken() throws {
        let refusal = try Sample.plain().refusal(of: Sample.delivery(["X-Gitlab-Token": nil]))
        #expect(refusal?.code == .missingToken)
    }

    @Test("Two tokens are one too many, though both be right")
    func twoTokens() throws {
        var delivery = Sample.delivery()
        delivery.headers.fields.append(.init("x-gitlab-token", Sample.token.reveal()))
        #expect(try Sample.plain().refusal(of: delivery)?.code == .malformedHeader)
    }

    @Test("The plain token does not do where a signature is required, nor the other way round")
    func noSubstitute() throws {
        let unsigned = Sample.delivery(["webhook-signature": nil])
        #expect(try Sample.signed().refusal(of: unsigned)?.code == .missingSignature)
        let both = try WebhookVerifier(accepting: [
            WebhookCredentials(token: Sample.token, signingKey: SigningKey(Sample.keyText))
        ])
        #expect(both.refusal(of: Sample.delivery()) == nil)
        #expect(both.refusal(of: unsigned)?.code == .missingSignature)
        #expect(both.refusal(of: Sample.delivery(["X-Gitlab-Token": nil]))?.code == .missingToken)
        #expect(both.refusal(of: Sample.delivery(["X-Gitlab-Token": "other"]))?.code == .wrongToken)
    }

    @Test("While a secret is changed, the old and the new are accepted, but no mixture")
    func rotation() throws {
        let oldKey = SigningKey.random()
        let new = WebhookCredentials(token: Sample.token, signingKey: try SigningKey(Sample.keyText))
        let old = WebhookCredentials(token: Secret("old"), signingKey: oldKey)
        let verifier = try WebhookVerifier(accepting: [new, old])
        let oldSignature = oldKey.signature(of: Sample.body, id: Sample.id, timestamp: 1_789_000_000)
        #expect(verifier.refusal(of: Sample.delivery()) == nil)
        #expect(
            verifier.refusal(
                of: Sample.delivery(["X-Gitlab-Token": "old", "webhook-signature": oldSignature])) == nil)
        #expect(verifier.refusal(of: Sample.delivery(["X-Gitlab-Token": "old"])) != nil)
        #expect(verifier.refusal(of: Sample.delivery(["webhook-signature": oldSignature])) != nil)
    }

    @Test("Where a signed and a plain hook are accepted, a signed delivery goes by its signed id")
    func signedFirst() throws {
        let verifier = try WebhookVerifier(accepting: [
            WebhookCredentials(token: Sample.token),
            WebhookCredentials(signingKey: SigningKey(Sample.keyText)),
        ])
        let delivery = Sample.delivery(["Idempotency-Key": "another"])
        #expect(try verifier.verify(delivery, at: Sample.now).id == Sample.id)
        #expect(verifier.refusal(of: Sample.delivery(["webhook-signature": nil])) == nil)
    }

    @Test(
        "A secret that proves nothing, or that no header can carry, is refused at once",
        arguments: ["", " ", " padded", "padded ", "two\nlines", "tab\tbed", "nul\0"])
    func unusableToken(text: String) {
        #expect {
            try WebhookVerifier(accepting: [WebhookCredentials(token: Secret(text))])
        } throws: { ($0 as? WebhookError)?.code == .unusableSecret }
    }

    @Test("A verifier without any secret is made only by asking for it")
    func noSecret() throws {
        for credentials in [[], [WebhookCredentials()], [WebhookCredentials(token: Sample.token), .init()]] {
            #expect {
                try WebhookVerifier(accepting: credentials)
            } throws: { ($0 as? WebhookError)?.code == .unusableSecret }
        }
        let open = WebhookVerifier.unauthenticated(from: .anywhere)
        #expect(open.refusal(of: Sample.delivery(["X-Gitlab-Token": nil, "webhook-signature": nil])) == nil)
    }

    @Test("Nothing that is printed, dumped or mirrored tells a secret")
    func nothingLeaks() throws {
        let credentials = WebhookCredentials(token: Sample.token, signingKey: try SigningKey(Sample.keyText))
        let verifier = try WebhookVerifier(accepting: [credentials])
        let delivery = Sample.delivery(body: Data("TELLTALE".utf8))
        let webhook = try WebhookVerifier.unauthenticated(from: .anywhere).verify(delivery, at: Sample.now)
        var shown = ""
        for value in [credentials, verifier, delivery, webhook, delivery.headers] as [any Sendable] {
            dump(value, to: &shown)
            print(value, to: &shown)
            debugPrint(value, to: &shown)
        }
        for change in Sample.headers.keys {
            for value in ["TELLTALE\n", nil] {
                if let refusal = verifier.refusal(of: Sample.delivery([change: value])) {
                    dump(refusal, to: &shown)
                    print(refusal, to: &shown)
                }
            }
        }
        for secret in [
            Sample.token.reveal(), Sample.keyText.reveal(), "AAECAwQF", "TELLTALE", "Parh4CzT", "SIMD8",
            "words",
        ] {
            #expect(!shown.contains(secret), "\(secret)")
        }
        #expect(shown.contains("X-Gitlab-Token") && shown.contains("wrong_token"))
    }
}
