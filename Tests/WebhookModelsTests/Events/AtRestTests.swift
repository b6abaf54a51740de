import Foundation
import GitLabVocabulary
import Testing
import WebhookModels
import WireFormat

@Suite("Events at rest")
struct AtRestTests {
    @Test("nothing that must not be kept is kept", arguments: SampleBody.all)
    func scrubbed(sample: SampleBody) throws {
        let rest = String(decoding: try sample.event().atRest(), as: UTF8.self)
        #expect(!rest.contains("CANARY"))
    }

    @Test("what is kept is read again as it was", arguments: SampleBody.all)
    func roundTrip(sample: SampleBody) throws {
        let event = try sample.event()
        let rest = try event.atRest()
        let again = try WebhookEvent(atRest: rest)
        #expect(again == event.withoutTexts)
        #expect(again.withoutTexts == again)
        #expect(try again.atRest() == rest)
        #expect(again.subject == event.subject && again.projectID == event.projectID)
        #expect(again.kind == event.kind && again.happenedAt == event.happenedAt)
    }

    @Test("encoding alone keeps everything that was decoded", arguments: SampleBody.all)
    func codable(sample: SampleBody) throws {
        let event = try sample.event()
        #expect(try JSON.decode(WebhookEvent.self, from: JSON.encode(event)) == event)
    }

    @Test("of texts only what they refer to is kept")
    func references() throws {
        guard case .issue(let issue) = try SampleBody.named("issue").event().withoutTexts,
            case .push(let push) = try SampleBody.named("push").event().withoutTexts,
            case .note(let note) = try SampleBody.named("note on a merge request").event().withoutTexts
        else {
            Testing.Issue.record("another kind")
            return
        }
        #expect(
            issue.issue.description == "!7\nhttps://gitlab.example/web/app/-/merge_requests/8")
        #expect(push.commits.first?.message == "This reverts commit 1234567")
        #expect(push.commits.first?.title == "Fix rounding")
        #expect(note.note.text == nil)
    }

    @Test("a raw body of an unknown kind is kept only if asked for")
    func unrecognized() throws {
        let event = try event(#"{"object_kind": "sprint", "secret": "CANARY"}"#)
        #expect(
            try WebhookEvent(atRest: event.atRest())
                == .unrecognized(UnrecognizedEvent(kind: "sprint", body: Data())))
        #expect(try WebhookEvent(atRest: event.atRest(keepingUnrecognized: true)) == event)
    }

    @Test("a later format is refused, whatever else it holds")
    func newerFormat() {
        let error = #expect(throws: WebhookError.self) {
            try WebhookEvent(atRest: Data(#"{"_format": 2, "object_kind": "push", "before": []}"#.utf8))
        }
        #expect(error?.code == .newerFormat)
    }

    @Test("what has no format is no event at rest")
    func noFormat() {
        let error = #expect(throws: WebhookError.self) {
            try WebhookEvent(atRest: SampleBody.named("push").data)
        }
        #expect(error?.code == .unreadableField)
    }

    /// Written by format 1; it must be readable forever, so it is never changed.
    static let frozen = #"""
        {"_format":1,"object_kind":"merge_request","changes":{"draft":{"current":false,"previous":true}},
         "object_attributes":{"action":"approved","actioned_at":"2026-03-02T09:31:00.000Z","author_id":5,
         "created_at":"2026-03-01T08:00:00.000Z","description":"!12","draft":false,"id":701,"iid":7,"merged_at":null,
         "source_branch":"fix","state":"opened","target_branch":"main","title":"Fix rounding",
         "updated_at":"2026-03-02T09:30:00.000Z"},"project":{"id":3,"path_with_namespace":"web/app"},
         "user":{"id":5,"name":"Ada","username":"ada"}}
        """#

    @Test("an event of format 1 is read")
    func frozenFixture() throws {
        guard case .mergeRequest(let event) = try WebhookEvent(atRest: Data(Self.frozen.utf8)) else {
            Testing.Issue.record("another kind")
            return
        }
        #expect(event.isApproval && event.projectID == 3 && event.mergeRequest.iid == 7)
        #expect(event.happenedAt == instant("2026-03-02T09:31:00Z"))
        #expect(event.mergeRequest.mergedAt == .nothing && event.mergeRequest.milestoneID == .untold)
        #expect(event.mergeRequest.description == "!12" && event.user?.username == "ada")
        #expect(event.changes?.isDraft?.previous == true && event.changes?.isDraft?.current == false)
    }
}
