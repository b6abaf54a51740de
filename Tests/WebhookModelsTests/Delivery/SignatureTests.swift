import Foundation
import GitLabVocabulary
import Testing
import WebhookModels

@Suite("Signed deliveries")
struct SignatureTests {
    @Test("The known vector is verified, and carries what the headers say")
    func vector() throws {
        let webhook = try Sample.signed().verify(Sample.delivery(), at: Sample.now)
        #expect(webhook.id == Sample.id)
        #expect(webhook.header == "Push Hook")
        #expect(webhook.eventUUID == Sample.headers["X-Gitlab-Event-UUID"])
        #expect(webhook.instanceURL == "https://gitlab.example.com")
        #expect(webhook.body == Sample.body)
    }

    /// The vector that the reference implementations of Standard Webhooks share.
    @Test("The standard's own vector is verified, and made anew")
    func standardVector() throws {
        let key = try SigningKey(Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let body = Data(#"{"test": 2432232314}"#.utf8)
        let signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        let id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
        #expect(key.signature(of: body, id: id, timestamp: 1_614_265_330) == signature)
        let delivery = Sample.delivery(
            ["webhook-id": id, "webhook-timestamp": "1614265330", "webhook-signature": signature], body: body)
        let verifier = try WebhookVerifier(accepting: [WebhookCredentials(signingKey: key)])
        #expect(
            try verifier.verify(delivery, at: Date(timeIntervalSince1970: 1_614_265_330)).id == id)
    }

    @Test(
        "Whatever is altered, the signature no longer holds",
        arguments: [
            ["webhook-id": "a5461c4d-9c7f-4af9-add6-cddebe3c426e"], ["webhook-timestamp": "1789000001"],
            ["webhook-timestamp": "01789000000"],
            ["webhook-signature": "v1,Qarh4CzT3C2flV+wy1igM6ceAeNXTU+1x9BiGNWBk8M="],
            ["webhook-signature": "v2,Parh4CzT3C2flV+wy1igM6ceAeNXTU+1x9BiGNWBk8M="],
            ["webhook-signature": "V1,Parh4CzT3C2flV+wy1igM6ceAeNXTU+1x9BiGNWBk8M="],
            ["webhook-signature": "Parh4CzT3C2flV+wy1igM6ceAeNXTU+1x9BiGNWBk8M="],
            ["webhook-signature": "v1,Parh4CzT3C2flV+wy1igM6ceAeNXTU+1x9BiGNWBk8M"],
            ["webhook-signature": "v1,Parh4CzT3C2flV+wy1igM6ceAeNXTU+1x9BiGNWBkw=="],
            ["webhook-signature": "v1,"], ["webhook-signature": "v1"], ["webhook-signature": ""],
        ])
    func alteredHeader(change: [String: String]) throws {
        #expect(try Sample.signed().refusal(of: Sample.delivery(change))?.code == .wrongSignature)
    }

    @Test("Every bit of the body counts")
    func alteredBody() throws {
        let verifier = try Sample.signed()
        for bit in 0..<Sample.body.count * 8 {
            var body = Sample.body
            body[bit / 8] ^= 1 << (bit % 8)
            #expect(verifier.refusal(of: Sample.delivery(body: body))?.code == .wrongSignature)
        }
        for body in [Sample.body + Data("\n".utf8), Sample.body.dropLast(), Data()] {
            #expect(verifier.refusal(of: Sample.delivery(body: body))?.code == .wrongSignature)
        }
    }

    @Test("Another key does not verify it")
    func anotherKey() throws {
        let verifier = try WebhookVerifier(accepting: [WebhookCredentials(signingKey: .random())])
        #expect(verifier.refusal(of: Sample.delivery())?.code == .wrongSignature)
    }

    @Test(
        "Without one of the three headers there is no signature",
        arguments: ["webhook-id", "webhook-timestamp", "webhook-signature"])
    func missing(header: String) throws {
        let refusal = try Sample.signed().refusal(of: Sample.delivery([header: nil]))
        #expect(refusal?.code == .missingSignature)
        #expect(refusal?.status == 401)
    }

    @Test(
        "One right signature among others is enough",
        arguments: [
            "v1,AAAA v2,whatever v1,Parh4CzT3C2flV+wy1igM6ceAeNXTU+1x9BiGNWBk8M= v1a,x",
            "  v1,Parh4CzT3C2flV+wy1igM6ceAeNXTU+1x9BiGNWBk8M=  ",
        ])
    func list(signatures: String) throws {
        #expect(try Sample.signed().refusal(of: Sample.delivery(["webhook-signature": signatures])) == nil)
    }

    @Test(
        "Up to the tolerance a delivery is of the present, in both directions",
        arguments: [
            (-301.0, WebhookError.Code.futureTimestamp as WebhookError.Code?), (-300, nil), (0, nil),
            (300, nil),
            (300.5, .staleTimestamp), (1e9, .staleTimestamp),
        ])
    func tolerance(seconds: Double, code: WebhookError.Code?) throws {
        let now = Sample.now + seconds
        #expect(try Sample.signed().refusal(of: Sample.delivery(), at: now)?.code == code)
    }

    @Test(
        "A time that is no number of seconds is refused as such",
        arguments: [
            "", "now", "-1", "+1789000000", "1789000000.0", "1e9", "0x6AA21C40", "9223372036854775808", "١٢٣",
        ])
    func malformedTime(text: String) throws {
        let refusal = try Sample.signed().refusal(of: Sample.delivery(["webhook-timestamp": text]))
        #expect(refusal?.code == .malformedHeader)
        #expect(refusal?.status == 400)
    }

    @Test("The largest time there is is refused, not computed with")
    func largestTime() throws {
        let refusal = try Sample.signed().refusal(
            of: Sample.delivery(["webhook-timestamp": "9223372036854775807"]))
        #expect(refusal?.code == .futureTimestamp)
    }

    /// `a.1789000000` and `1789000000` would sign the same bytes as `a` and `1789000000` with a body that begins so.
    @Test("An id that could be read as id and time is refused")
    func pointsInID() throws {
        let key = try SigningKey(Sample.keyText)
        let id = "a.1789000000"
        let signature = key.signature(of: Sample.body, id: id, timestamp: 1_789_000_000)
        let delivery = Sample.delivery(["webhook-id": id, "webhook-signature": signature])
        #expect(try Sample.signed().refusal(of: delivery)?.code == .malformedHeader)
    }

    /// Whoever sends a signed delivery again under another key would else have it applied twice, and one that takes the
    /// key of a delivery still to come would have that one dropped.
    @Test(
        "The id is the signed one, whatever Idempotency-Key says", arguments: ["another", nil] as [String?])
    func signedID(key: String?) throws {
        let webhook = try Sample.signed().verify(Sample.delivery(["Idempotency-Key": key]), at: Sample.now)
        #expect(webhook.id == Sample.id)
    }
}
