import MetricsCore
import MetricsIngestion
import Testing
import WireFormat

@Suite("A merge request event tells what it states and leaves the rest unknown")
struct MergeRequestEventMappingTests {
    private func record(_ body: JSONValue) async throws -> MergeRequestRecord {
        let lab = ReceiverLab()
        try await lab.ingest(body)
        return try #require(await lab.records.mergeRequests[lab.mergeRequest])
    }

    private func events(_ body: JSONValue) async throws -> [ProvisionalEvent] {
        let lab = ReceiverLab()
        try await lab.ingest(body)
        return await lab.records.provisionalEvents.rows.sorted { $0.id < $1.id }
    }

    @Test("Everything it carries")
    func everything() async throws {
        let record = try await record(Bodies.mergeRequest("open"))
        let ada = Account(id: 1, username: "ada")
        #expect(
            record.summary?.value
                == .init(
                    iid: 7, title: "Fix it", state: .opened, isDraft: false, createdAt: Bodies.instant(0),
                    updatedAt: Bodies.instant(100), sourceBranch: "fix", targetBranch: "main",
                    sourceProject: ProjectKey("lab", 42), labels: ["bug", "later"],
                    reverts: .mergeRequest(iid: 5)))
        #expect(record.author?.value == ada)
        #expect(record.reviewers?.value == [Account(id: 2, username: "ben")])
        #expect(record.assignees?.value == [ada])
        #expect(record.merge?.value == .init(at: nil, by: nil))
        #expect(record.headSHA?.value == "aaaa000000000000000000000000000000000000")
        #expect(record.milestone?.value == MilestoneKey("lab", 8))
        #expect(record.timeEstimate?.value == 600)
        #expect(record.webURL?.value == "https://gitlab.test/acme/app/-/merge_requests/7")
        #expect(record.mergeCommitSHA?.value == .some(nil))
        let stamp = Stamp(
            updatedAt: Bodies.instant(100).secondsSince1970 * 1000, precision: .second, readBegan: nil)
        #expect(record.summary?.stamp == stamp)
        #expect(record.reviewers?.stamp == stamp)
    }

    @Test("What it does not state stays unknown")
    func unknown() async throws {
        let record = try await record(Bodies.mergeRequest("update"))
        #expect(record.closedAt == nil)
        #expect(record.closedBy == nil)
        #expect(record.size == nil)
        #expect(record.commitCount == nil)
        #expect(record.headPipeline == nil)
        #expect(record.existence == nil)
    }

    @Test("Somebody it names by id alone stays unknown, and so does a list he stands in")
    func namelessPeople() async throws {
        var body = Bodies.mergeRequest("update", by: Bodies.ben)
        body["assignees"] = nil
        body["object_attributes"]?["author_id"] = 77
        body["object_attributes"]?["assignee_ids"] = [77]
        body["object_attributes"]?["reviewer_ids"] = [2, 78]
        let record = try await record(body)
        #expect(record.author == nil)
        #expect(record.assignees == nil)
        #expect(record.reviewers == nil)
    }

    @Test("Nobody is known to be none")
    func nobody() async throws {
        var body = Bodies.mergeRequest("update")
        body["reviewers"] = nil
        body["object_attributes"]?["reviewer_ids"] = []
        #expect(try await record(body).reviewers?.value == [])
    }

    @Test("A merge says when and by whom")
    func merge() async throws {
        let merged: JSONValue = [
            "state": "merged", "merged_at": Bodies.time(180), "merge_user_id": 2,
            "merge_commit_sha": "dddd000000000000000000000000000000000000",
        ]
        let record = try await record(
            Bodies.mergeRequest("merge", by: Bodies.ben, updated: 181, attributes: merged))
        #expect(record.summary?.value.state == .merged)
        #expect(
            record.merge?.value == .init(at: Bodies.instant(180), by: Account(id: 2, username: "ben")))
        #expect(record.mergeCommitSHA?.value == "dddd000000000000000000000000000000000000")
    }

    @Test("An older version's merge is dated by the change, a later change of it by nothing")
    func oldMerge() async throws {
        let merged: JSONValue = ["state": "merged", "merge_user_id": 2]
        let merge = try await record(
            Bodies.mergeRequest("merge", by: Bodies.ben, updated: 181, attributes: merged))
        #expect(merge.merge?.value.at == Bodies.instant(181))
        let later = try await record(Bodies.mergeRequest("update", updated: 190, attributes: merged))
        #expect(later.merge == nil)
    }

    @Test("A close says when and by whom")
    func close() async throws {
        let record = try await record(
            Bodies.mergeRequest("close", by: Bodies.ben, updated: 170, attributes: ["state": "closed"]))
        #expect(record.closedAt?.value == Bodies.instant(170))
        #expect(record.closedBy?.value == Account(id: 2, username: "ben"))
    }

    @Test("An older version without drafts tells no summary")
    func oldVersion() async throws {
        let record = try await record(Bodies.mergeRequest("update", attributes: ["draft": nil]))
        #expect(record.summary == nil)
        #expect(record.headSHA != nil)
    }

    @Test("Approvals count when the event says when", arguments: ["approval", "approved"])
    func approvals(action: String) async throws {
        #expect(try await events(Bodies.mergeRequest(action, by: Bodies.ben)).isEmpty)
        let dated = try await events(
            Bodies.mergeRequest(action, by: Bodies.ben, attributes: ["actioned_at": Bodies.time(160)]))
        #expect(dated.map(\.activity) == [.approved])
        #expect(dated.first?.actor == Account(id: 2, username: "ben"))
        #expect(dated.first?.at == Bodies.instant(160))
    }

    @Test("So do approvals taken back", arguments: ["unapproval", "unapproved"])
    func unapprovals(action: String) async throws {
        let dated = try await events(
            Bodies.mergeRequest(action, by: Bodies.ben, attributes: ["actioned_at": Bodies.time(160)]))
        #expect(dated.map(\.activity) == [.unapproved])
        #expect(dated.first?.actor == Account(id: 2, username: "ben"))
    }

    @Test("What a push takes away is nobody's act")
    func reset() async throws {
        let reset: JSONValue = [
            "actioned_at": Bodies.time(160), "system": true, "system_action": "approvals_reset_on_push",
        ]
        let events = try await events(Bodies.mergeRequest("unapproved", attributes: reset))
        #expect(events.map(\.activity) == [.approvalsReset])
        #expect(events.first?.actor == nil)
    }

    @Test("Draft and ready are told apart; what it is opened as is no change")
    func drafts() async throws {
        func change(_ before: JSONValue, _ after: JSONValue) -> JSONValue {
            ["draft": ["previous": before, "current": after], "updated_at": ["current": Bodies.time(140)]]
        }
        #expect(
            try await events(Bodies.mergeRequest("update", changes: change(true, false))).map(\.activity)
                == [.markedReady])
        let drafted = try await events(Bodies.mergeRequest("update", changes: change(false, true)))
        #expect(drafted.map(\.activity) == [.markedDraft])
        #expect(drafted.first?.at == Bodies.instant(140))
        #expect(try await events(Bodies.mergeRequest("open", changes: change(false, true))).isEmpty)
        #expect(try await events(Bodies.mergeRequest("update", changes: change(nil, true))).isEmpty)
    }

    @Test("Reviewers who are asked, asked once more, and no longer asked")
    func reviewers() async throws {
        let asked: JSONValue = [
            "reviewers": ["previous": [Bodies.ben], "current": [Bodies.ben, Bodies.cyd]]
        ]
        #expect(
            try await events(Bodies.mergeRequest("update", changes: asked)).map(\.activity)
                == [.reviewRequested])
        let removed: JSONValue = ["reviewers": ["previous": [Bodies.ben, Bodies.cyd], "current": []]]
        #expect(
            try await events(Bodies.mergeRequest("update", changes: removed)).map(\.activity)
                == [.reviewRequestRemoved])
        var again = Bodies.ben
        again["re_requested"] = true
        let asksAgain: JSONValue = ["reviewers": [[Bodies.ben], [again]]]
        #expect(
            try await events(Bodies.mergeRequest("update", changes: asksAgain)).map(\.activity)
                == [.reviewRequested])
        #expect(try await events(Bodies.mergeRequest("open", changes: asked)).isEmpty)
    }

    @Test("New commits, and that it was reopened")
    func others() async throws {
        let pushed = try await events(
            Bodies.mergeRequest(
                "update", attributes: ["oldrev": "eeee000000000000000000000000000000000000"]))
        #expect(pushed.map(\.activity) == [.commitsAdded])
        #expect(try await events(Bodies.mergeRequest("reopen")).map(\.activity) == [.reopened])
    }

    @Test("Whatever happened, the merge request is to be read", arguments: ["open", "update", "close"])
    func refresh(action: String) async throws {
        let lab = ReceiverLab()
        let ingested = try await lab.ingest(Bodies.mergeRequest(action))
        #expect(ingested.refresh.contains(RefreshKey(lab.project, .mergeRequest(iid: 7))))
        #expect(ingested.kind == "merge_request")
    }
}
