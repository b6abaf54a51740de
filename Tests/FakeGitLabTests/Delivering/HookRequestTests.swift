import Foundation
import GitLabAPI
import Testing
import WireFormat

@testable import FakeGitLab

@Suite("What a hook sends")
struct HookRequestTests {
    private static func sent(
        _ version: GitLabVersion = .v19, token: String? = nil,
        body: JSONValue = ["object_kind": "merge_request"],
        _ change: @Sendable (inout World, Int) throws -> Void = { _, _ in }
    ) async throws -> (HookScene, Int, [HTTPRequest]) {
        let scene = try HookScene(version: version)
        let hook = scene.addHook(token: token)
        try scene.fake.change { try change(&$0, hook) }
        scene.announce(body: body)
        let receiver = Receiver()
        await scene.fake.deliver(over: receiver.transport)
        return (scene, hook, receiver.received)
    }

    @Test("a delivery carries GitLab's headers, the body and a time to answer")
    func headers() async throws {
        let body: JSONValue = ["object_kind": "merge_request", "text": "ä/\n", "number": 1.5]
        let (_, _, requests) = try await Self.sent(token: "hush", body: body)
        let request = try #require(requests.first)
        #expect(requests.count == 1 && request.method == .post)
        #expect(request.url.absoluteString == "https://receiver.example/hook")
        #expect(request.body.map { Array($0) } == body.serialized())
        #expect(request.timeout == .seconds(10))
        let expected = [
            "Content-Type": "application/json", "User-Agent": "GitLab/19.2.1-ee",
            "X-Gitlab-Event": "Merge Request Hook", "X-Gitlab-Instance": "https://gitlab.example.com",
            "X-Gitlab-Token": "hush", "webhook-timestamp": "1768000000",
        ]
        for (name, value) in expected { #expect(request.headers[name] == value, "\(name)") }
        let uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/
        for name in ["Idempotency-Key", "X-Gitlab-Event-UUID", "X-Gitlab-Webhook-UUID", "webhook-id"] {
            #expect(request.headers[name]?.wholeMatch(of: uuid) != nil, "\(name)")
        }
        #expect(request.headers["webhook-id"] == request.headers["Idempotency-Key"])
        #expect(request.headers["webhook-signature"] == nil)
    }

    @Test(
        "headers come with the version that brought them",
        arguments: [
            ("Idempotency-Key", GitLabVersion("17.3.0-ee"), GitLabVersion("17.4.0-ee")),
            ("webhook-id", .v18, "19.0.0-ee"), ("webhook-timestamp", .v18, .v19),
        ])
    func versions(_ name: String, _ before: GitLabVersion, _ from: GitLabVersion) async throws {
        #expect(try await Self.sent(before).2.first?.headers[name] == nil)
        #expect(try await Self.sent(from).2.first?.headers[name] != nil)
    }

    @Test("hooks that hear of one event share its UUID and nothing else that names a delivery")
    func sharing() async throws {
        let scene = try HookScene()
        _ = scene.addHook()
        _ = scene.addHook()
        scene.announce()
        scene.announce()
        let receiver = Receiver()
        await scene.fake.deliver(over: receiver.transport)
        let events = receiver.values("X-Gitlab-Event-UUID")
        #expect(
            events.count == 4 && events[0] == events[1] && events[2] == events[3] && events[0] != events[2])
        for name in ["Idempotency-Key", "X-Gitlab-Webhook-UUID"] {
            #expect(Set(receiver.values(name)).count == 4, "\(name)")
        }
    }

    @Test("variables fill the URL, headers are added and do not stand in for GitLab's, the log hides both")
    func secrets() async throws {
        let (scene, hook, requests) = try await Self.sent(token: "hush") { world, hook in
            try world.setHookVariable("place", to: "inner", ofHook: hook)
            try world.setHookHeader("X-Key", to: "hush-header", ofHook: hook)
            try world.setHookHeader("X-GITLAB-EVENT", to: "Forged Hook", ofHook: hook)
        }
        #expect(requests.first?.headers["X-Key"] == "hush-header")
        #expect(requests.first?.headers.values("X-Gitlab-Event") == ["Merge Request Hook"])
        let entry = try #require(try await scene.log(hook).first)
        #expect(entry["request_headers"]?["X-Gitlab-Token"] == "[REDACTED]")
        #expect(entry["request_headers"]?["X-Key"] == "[REDACTED]")
        #expect(!String(decoding: entry.serialized(), as: UTF8.self).contains("hush"))

        let other = scene.addHook(url: "https://receiver.example/{place}")
        try scene.fake.change { try $0.setHookVariable("place", to: "hush-place", ofHook: other) }
        scene.announce()
        let receiver = Receiver()
        await scene.fake.deliver(over: receiver.transport)
        #expect(receiver.received.last?.url.path() == "/hush-place")
        #expect(try await scene.log(other).first?["url"] == "https://receiver.example/{place}")
    }

    @Test("a template makes the body, with JSON in the place of every path")
    func template() async throws {
        let event: JSONValue = [
            "user": ["name": "A \"quoted\" name"], "labels": [1, 2], "object_kind": "note",
        ]
        let (scene, hook, requests) = try await Self.sent(body: event) { world, hook in
            let template =
                #"{"who": {{user.name}}, "all": {{labels}}, "first": {{labels.0}}, "none": {{ user.age }}}"#
            try world.setHookTemplate(template, ofHook: hook)
        }
        let expected: JSONValue = ["who": "A \"quoted\" name", "all": [1, 2], "first": nil, "none": nil]
        #expect(try JSONValue(parsing: try #require(requests.first?.body)) == expected)
        #expect(try await scene.log(hook).first?["request_data"] == expected)
        let (broken, other, none) = try await Self.sent {
            try $0.setHookTemplate("{{object_kind}", ofHook: $1)
        }
        #expect(none.isEmpty)
        #expect(try await broken.log(other).first?["response_status"] == "internal error")
    }

    @Test("a body over 25 MB does not leave")
    func oversize() async throws {
        let text = JSONValue.string(String(repeating: "x", count: 25 * 1024 * 1024))
        let (scene, hook, requests) = try await Self.sent(body: ["text": text])
        #expect(requests.isEmpty)
        let entry = try #require(try await scene.log(hook).first)
        #expect(entry["response_status"] == "internal error" && entry["request_data"] == ["oversize": true])
        let id = try #require(entry["id"]?.intValue)
        let path = "projects/\(scene.project)/hooks/\(hook)/events/\(id)/resend"
        #expect(try await scene.ask("POST", path).status == 422)
    }

    @Test("a signing token signs id, time and body, from 19.0 on")
    func signing() async throws {
        let token = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        for version in [GitLabVersion.v18, .v19] {
            let scene = try HookScene(version: version)
            _ = scene.addHook(signingToken: token)
            scene.announce()
            let receiver = Receiver()
            await scene.fake.deliver(over: receiver.transport)
            let request = try #require(receiver.received.first)
            let id = try #require(request.headers["Idempotency-Key"])
            let expected = HookSignature(
                token: token, id: id, timestamp: "1768000000", body: Array(try #require(request.body)))
            #expect(request.headers["webhook-signature"] == (version == .v19 ? expected?.text : nil))
            #expect(request.headers["X-Gitlab-Token"] == nil)
        }
    }

    @Test("the signature of a known message is known")
    func knownSignature() throws {
        let signature = HookSignature(
            token: "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            id: "a5461c4d-9c7f-4af9-add6-cddebe3c426f", timestamp: "1789000000",
            body: Array(#"{"object_kind":"push"}"#.utf8))
        #expect(signature?.text == "v1,Parh4CzT3C2flV+wy1igM6ceAeNXTU+1x9BiGNWBk8M=")
        #expect(HookSignature(token: "plain", id: "", timestamp: "", body: []) == nil)
    }
}
