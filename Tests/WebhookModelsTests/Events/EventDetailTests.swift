import Foundation
import GitLabVocabulary
import Testing
import WebhookModels

@Suite("Details of events")
struct EventDetailTests {
    @Test("a push tells its branch, and whether it tells every commit")
    func push() throws {
        guard case .push(let push) = try SampleBody.named("push").event() else { return }
        #expect(push.branch == "main" && !push.isCreation && !push.isDeletion && push.isComplete)
        #expect(push.user?.username == "ada" && push.commits.first?.author?.email == "ada@example.com")
        #expect(push.commits.first?.timestamp == instant("2026-03-02T08:00:00Z"))
    }

    @Test("a new branch and a deleted one are told by zeros")
    func zeros() throws {
        let zeros = String(repeating: "0", count: 40)
        let body = SampleBody.named("push").text.replacing(String(repeating: "1", count: 40), with: zeros)
        guard case .push(let created) = try event(body) else { return }
        #expect(created.isCreation && !created.isDeletion)
    }

    @Test("a deployment's commit is the end of its address, if that fits its beginning")
    func deploymentCommit() throws {
        guard case .deployment(let deployment) = try SampleBody.named("deployment").event() else { return }
        #expect(deployment.sha == "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3")
        let other = SampleBody.named("deployment").text.replacing(#""a94a8fe5""#, with: #""ffffffff""#)
        guard case .deployment(let odd) = try event(other) else { return }
        #expect(odd.sha == nil)
    }

    @Test("a note tells what it is on, without suggested code")
    func note() throws {
        guard case .note(let note) = try SampleBody.named("note on a merge request").event() else { return }
        guard case .mergeRequest(let mergeRequest) = note.target else {
            Issue.record("on something else")
            return
        }
        #expect(mergeRequest.iid == 7 && mergeRequest.action == nil)
        #expect(note.note.text == "CANARY" && note.note.type == .diffNote)
        #expect(note.note.discussionID == "0123456789abcdef0123456789abcdef01234567")
    }

    @Test("issue types and severities are spelled as REST spells them")
    func issue() throws {
        guard case .issue(let event) = try SampleBody.named("issue").event() else { return }
        #expect(event.issue.type == .incident && event.issue.severity == .high)
        #expect(event.issue.assigneeIDs == [5, 6])
        #expect(event.issue.weight == .nothing && event.issue.healthStatus == .value(.atRisk))
        let body = SampleBody.named("issue").text.replacing(#""Incident""#, with: #""Test Case""#)
        guard case .issue(let testCase) = try WebhookModelsTests.event(body) else { return }
        #expect(testCase.issue.type == .testCase)
    }

    @Test("a set of which a part cannot be read is not told, lest the part pass for all")
    func partialSets() throws {
        let body = SampleBody.named("issue").text.replacing(
            #""assignee_ids": [5, "6"]"#, with: #""assignee_ids": [5, {}]"#
        )
        .replacing(#""labels": ["#, with: #""labels": [7, "#)
        guard case .issue(let event) = try WebhookModelsTests.event(body) else { return }
        #expect(event.issue.assigneeIDs == nil && event.issue.labels == nil && event.labels == nil)
        #expect(event.assignees?.map(\.id) == [5])
    }

    @Test("addresses are read")
    func addresses() throws {
        guard case .issue(let event) = try SampleBody.named("issue").event() else { return }
        #expect(event.issue.url?.absoluteString == "https://gitlab.example/web/app/-/issues/3")
        #expect(event.project?.webURL?.absoluteString == "https://gitlab.example/web/app")
    }

    @Test(
        "roles are read by name",
        arguments: [
            ("Guest", .guest), ("Planner", .planner), ("Developer", .developer), ("OWNER", .owner),
            ("Minimal Access", .minimal), ("Wizard", nil),
        ] as [(String, AccessLevel?)])
    func roles(name: String, level: AccessLevel?) throws {
        let body = SampleBody.named("member of a group").text
            .replacing(#""Developer""#, with: "\"\(name)\"")
        guard case .member(let event) = try event(body) else { return }
        #expect(event.accessLevel == level && event.role == name && event.group?.id == 35)
    }
}
