import Foundation
import GitLabVocabulary
import Testing
import WebhookModels
import WireFormat

@Suite("What a body says it is")
struct WebhookEventTests {
    @Test(
        "every sample has its own case, under its own header and under a system hook's",
        arguments: SampleBody.all)
    func kinds(sample: SampleBody) throws {
        #expect(try sample.event().kind == sample.kind)
        #expect(try event(sample.text, header: "System Hook") == sample.event())
        #expect(try event(sample.text, header: "Some New Hook") == sample.event())
        #expect(try event(sample.text) == sample.event())
    }

    @Test("a header that announces another kind is refused", arguments: SampleBody.all)
    func mismatch(sample: SampleBody) {
        let other = sample.kind == .push ? "Tag Push Hook" : "push hook"
        let error = #expect(throws: WebhookError.self) { try event(sample.text, header: other) }
        #expect(error?.code == .kindMismatch && error?.status == 422)
    }

    @Test(
        "without a field that it is about it is refused, and the refusal names the field",
        arguments: SampleBody.all)
    func essentials(sample: SampleBody) throws {
        for field in sample.essentials {
            var body = try JSONValue(parsing: sample.data)
            let path = field.split(separator: ".").map(String.init)
            if path.count == 2 { body[path[0]]?[path[1]] = nil } else { body[path[0]] = nil }
            let error = #expect(throws: WebhookError.self) {
                try WebhookEvent(body: Data(body.serialized()), header: nil)
            }
            #expect(error?.code == .unreadableField && error?.detail == "\(field): missing")
        }
    }

    @Test("any one field of the wrong type is lenient or named", arguments: SampleBody.all)
    func wrongTypes(sample: SampleBody) throws {
        let body = try JSONValue(parsing: sample.data)
        for key in body.objectValue?.keys ?? [] {
            for wrong: JSONValue in [
                .null, .bool(true), .array([]), .object([:]), .double(0.5), .string("CANARY"),
            ] {
                var broken = body
                broken[key] = wrong
                do throws(WebhookError) {
                    _ = try WebhookEvent(body: Data(broken.serialized()), header: nil)
                } catch {
                    #expect(error.code == .unreadableField && error.detail.hasPrefix(key), "\(key): \(error)")
                    #expect(!"\(error)".contains("CANARY"))
                }
            }
        }
    }

    @Test(
        "a kind nobody knows is kept with its body, under any header",
        arguments: [
            (#"{"object_kind": "sprint", "x": 1}"#, "sprint"),
            (#"{"event_name": "sprint_start"}"#, "sprint_start"),
            ("{}", nil), (#"{"object_kind": 7}"#, nil), (#"{"object_kind": "job"}"#, "job"),
            (#"{"object_kind": "project", "event_name": "project_create"}"#, "project"),
            (#"{"text": "a template of the hook's own"}"#, nil),
        ] as [(String, String?)])
    func unrecognized(body: String, kind: String?) throws {
        let event = try event(body, header: "Push Hook")
        #expect(event == .unrecognized(UnrecognizedEvent(kind: kind, body: Data(body.utf8))))
        #expect(event.kind.rawValue == kind ?? "unrecognized")
        #expect(event.projectID == nil && event.subject == nil && event.action == nil && event.actor == nil)
        #expect(try WebhookEvent(atRest: event.atRest(keepingUnrecognized: true)) == event)
    }

    @Test("object_kind says more than event_name")
    func objectKindFirst() throws {
        let body = SampleBody.named("access_token").text
        #expect(try event(body).kind == .accessToken)
        let push = SampleBody.named("push").text.replacing(
            #""event_name": "push""#, with: #""event_name": "tag_push""#)
        #expect(try event(push).kind == .push)
    }

    @Test("ids may be texts, and what GitLab adds to a set of words is kept")
    func leniency() throws {
        let body = SampleBody.named("pipeline").text
            .replacing(#""id": 31,"#, with: #""id": "31","#)
            .replacing(#""status": "success""#, with: #""status": "hovering""#)
            .replacing(#""duration": 63"#, with: #""duration": "63""#)
        guard case .pipeline(let event) = try event(body) else {
            Issue.record("another kind")
            return
        }
        #expect(
            event.pipeline.id == 31 && event.pipeline.status == "hovering" && event.pipeline.duration == 63)
        #expect(event.builds?.count == 1)
    }

    @Test(
        "an instant is read in every form GitLab writes",
        arguments: [
            "2026-01-16 05:56:22 UTC", "2026-01-16T05:56:22Z", "2026-01-16T05:56:22.000Z",
            "2026-01-16 07:56:22 +0200", "2026-01-16T07:56:22+02:00",
        ])
    func instants(text: String) throws {
        let body = SampleBody.named("deployment").text.replacing("2026-03-02 11:10:00 +0200", with: text)
        #expect(try event(body).happenedAt == instant("2026-01-16T05:56:22Z"))
    }

    @Test("a verified delivery tells its event")
    func verified() throws {
        let sample = SampleBody.named("push")
        let webhook = VerifiedWebhook(
            id: "1", header: sample.header, eventUUID: nil, instanceURL: nil, body: sample.data)
        #expect(try webhook.event() == sample.event())
    }

    @Test("what everybody asks of an event", arguments: SampleBody.all)
    func questions(sample: SampleBody) throws {
        let event = try sample.event()
        if case .unrecognized = event { Issue.record("not recognised") }
        switch event.kind {
        case .group, .subgroup, .user, .key, .memberApproval, .accessToken: #expect(event.projectID == nil)
        case .member: #expect((event.projectID == 3) != (event.groupID == 35))
        default: #expect(event.projectID == 3)
        }
        let pathless: Set<WebhookKind> = [
            .vulnerability, .group, .subgroup, .user, .key, .memberApproval, .accessToken,
        ]
        if event.projectID != nil, !pathless.contains(event.kind) { #expect(event.projectPath == "web/app") }
    }
}
