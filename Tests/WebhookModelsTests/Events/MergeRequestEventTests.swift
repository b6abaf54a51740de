import GitLabVocabulary
import Testing
import WebhookModels

@Suite("Events of merge requests")
struct MergeRequestEventTests {
    private func event(_ name: String) throws -> MergeRequestEvent {
        guard case .mergeRequest(let event) = try SampleBody.named(name).event() else {
            throw WebhookError(.kindMismatch, status: 422, detail: name)
        }
        return event
    }

    @Test("an approval is one whether or not it was enough; only the payload's instant counts")
    func approvals() throws {
        let approved = try event("merge_request approved")
        #expect(approved.isApproval && !approved.isUnapproval && approved.action == .approved)
        #expect(approved.happenedAt == instant("2026-03-02T09:31:00Z"))
        let old = try event("merge_request approval of old")
        #expect(old.isApproval && old.happenedAt == nil)
    }

    @Test("approvals that GitLab takes back are nobody's unapproval")
    func reset() throws {
        let reset = try event("merge_request reset")
        #expect(reset.isSystem && !reset.isUnapproval && reset.action == .unapproved)
        #expect(reset.mergeRequest.systemAction == "approvals_reset_on_push")
    }

    @Test("what changed is told in types, what was not is nil")
    func changes() throws {
        let update = try event("merge_request update")
        let changes = try #require(update.changes)
        #expect(changes.isDraft?.previous == true && changes.isDraft?.current == false)
        #expect(changes.title?.previous == "Draft: Fix rounding")
        #expect(changes.reviewers?.previous == [] && changes.reviewers?.current?.map(\.id) == [6])
        #expect(changes.milestoneID?.previous == 4)
        #expect(changes.milestoneID != nil && changes.milestoneID?.current == nil)
        #expect(changes.labels?.current?.map(\.title) == ["bug"])
        #expect(changes.assignees == nil && changes.headPipelineID == nil)
        #expect(update.mergeRequest.oldRevision == String(repeating: "1", count: 40))
        #expect(update.happenedAt == update.mergeRequest.updatedAt)
    }

    @Test("reviewers who are asked once more come as two arrays, and are read alike")
    func reRequest() throws {
        let change = try #require(try event("merge_request asked again").changes?.reviewers)
        #expect(
            change.previous?.map(\.state) == [.approved] && change.previous?.map(\.isReRequested) == [false])
        #expect(
            change.current?.map(\.state) == [.unreviewed] && change.current?.map(\.isReRequested) == [true])
    }

    @Test("null is none, a missing key is nothing told")
    func told() throws {
        let mergeRequest = try event("merge_request approved").mergeRequest
        #expect(mergeRequest.mergedAt == .nothing && mergeRequest.milestoneID == .nothing)
        #expect(mergeRequest.headPipelineID == .value(77))
        #expect(mergeRequest.preparedAt == .untold)
        #expect(mergeRequest.assigneeIDs == [5] && mergeRequest.reviewerIDs == [6])
    }

    @Test("what old versions say of drafts and assignees is understood")
    func oldVersions() throws {
        let body = SampleBody.named("merge_request approved").text
            .replacing(#""draft": false,"#, with: #""work_in_progress": true,"#)
            .replacing(#""assignee_ids": [5]"#, with: #""assignee_id": null"#)
        guard case .mergeRequest(let event) = try WebhookModelsTests.event(body) else { return }
        #expect(event.mergeRequest.isDraft == true && event.mergeRequest.assigneeIDs == [])
    }
}
