import Foundation
import Testing
import WebhookModels

@Suite("What tells one sending from another")
struct DeliveryIDTests {
    private func id(_ changes: [String: String?], body: Data = Sample.body) throws -> String {
        try Sample.plain().verify(Sample.delivery(changes, body: body), at: Sample.now).id
    }

    @Test("Idempotency-Key, else webhook-id")
    func keys() throws {
        #expect(try id(["Idempotency-Key": "one", "webhook-id": "two"]) == "one")
        #expect(try id(["Idempotency-Key": nil, "webhook-id": "two"]) == "two")
    }

    @Test(
        "Before GitLab 17.4 the event and the body, so that neither two objects nor two states are confused")
    func eventAndBody() throws {
        let old: [String: String?] = ["Idempotency-Key": nil, "webhook-id": nil]
        let first = try id(old)
        #expect(try id(old) == first)
        #expect(try id(old.merging(["X-Gitlab-Event-UUID": "other"]) { $1 }) != first)
        #expect(try id(old, body: Data(#"{"object_kind":"tag_push"}"#.utf8)) != first)
        let bodyOnly = try id([
            "Idempotency-Key": nil, "webhook-id": nil, "X-Gitlab-Event-UUID": nil,
        ])
        #expect(bodyOnly != first)
        #expect(bodyOnly.count == 64)
    }
}
