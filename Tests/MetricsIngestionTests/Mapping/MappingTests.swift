import Foundation
import GitLabAPI
import MetricsCore
import Testing
import WireFormat

@testable import MetricsIngestion

@Suite("GitLab's models become records")
struct MappingTests {
    let context = ReadContext(
        project: ProjectKey("one", 5), began: ReadStart(milliseconds: 1_700_000_000_500))

    private func decode<Model: Decodable>(_ json: JSONValue) throws -> Model {
        try JSON.decode(Model.self, from: Data(json.serialized()))
    }

    static let user: JSONValue = ["id": 9, "username": "ann", "name": "Ann", "state": "active"]
    static let mergeRequest: JSONValue = [
        "id": 70, "iid": 7, "project_id": 5, "title": "Fix", "description": nil, "state": "opened",
        "created_at": "2023-11-14T10:00:00.999Z", "updated_at": "2023-11-14T11:00:00.123Z",
        "target_branch": "main", "source_branch": "fix", "author": user, "labels": ["b", "a"], "draft": true,
        "merge_user": user, "merged_at": nil, "closed_at": nil, "sha": nil, "source_project_id": nil,
        "reviewers": [["id": 30, "username": "zoe"], ["id": 4, "username": "bob"]],
        "web_url": "https://gl.test/acme/app/-/merge_requests/7",
    ]

    @Test("Instants are cut to seconds; the stamp keeps milliseconds and when the read began")
    func instants() throws {
        let model: MergeRequest = try decode(Self.mergeRequest)
        let record = model.record(context)
        #expect(record.summary?.value.createdAt == Instant(secondsSince1970: 1_699_956_000))
        #expect(
            record.summary?.stamp
                == Stamp(
                    updatedAt: 1_699_959_600_123, precision: .millisecond, readBegan: 1_700_000_000_500))
        #expect(record.existence?.stamp == Stamp(readBegan: 1_700_000_000_500))
    }

    @Test("What GitLab says is none is known to be none")
    func knownNone() throws {
        let model: MergeRequest = try decode(Self.mergeRequest)
        let record = model.record(context)
        #expect(record.closedAt?.value == .some(nil))
        #expect(record.headSHA?.value == .some(nil))
        #expect(record.mergeCommitSHA?.value == .some(nil))
        #expect(record.summary?.value.sourceProject == nil)
        #expect(record.existence?.value == .present)
    }

    @Test("Labels and people are sorted")
    func order() throws {
        let model: MergeRequest = try decode(Self.mergeRequest)
        let record = model.record(context)
        #expect(record.summary?.value.labels == ["a", "b"])
        #expect(record.reviewers?.value.map(\.id) == [4, 30])
    }

    @Test("Who sets a merge request to merge by itself has not merged it", arguments: [true, false])
    func merger(isMerged: Bool) throws {
        var json = Self.mergeRequest
        if isMerged {
            json["state"] = "merged"
            json["merged_at"] = "2023-11-14T10:30:00.000Z"
        }
        let model: MergeRequest = try decode(json)
        let merge = try #require(model.record(context).merge?.value)
        #expect(merge.by?.username == (isMerged ? "ann" : nil))
        #expect((merge.at != nil) == isMerged)
    }

    @Test("A state this version does not know leaves the summary unknown")
    func unknownState() throws {
        var json = Self.mergeRequest
        json["state"] = "frozen"
        let model: MergeRequest = try decode(json)
        #expect(model.record(context).summary == nil)
        #expect(model.record(context).author?.value?.username == "ann")
    }

    @Test("The text of a note is nowhere in its record")
    func noteText() throws {
        let model: Note = try decode([
            "id": 1, "body": "the-secret-text", "author": Self.user, "system": false, "internal": true,
            "created_at": "2023-11-14T10:00:00.000Z", "updated_at": "2023-11-14T10:00:00.000Z",
        ])
        let record = model.record(on: .mergeRequest(MergeRequestKey("one", 70)), context)
        #expect(record.facts.value.isInternal && !record.isSystem)
        let stored = String(decoding: try JSONEncoder().encode(record), as: UTF8.self)
        #expect(!stored.contains("secret"))
    }

    static let deployment: JSONValue = [
        "id": 3, "iid": 2, "ref": "main", "sha": "abc", "status": "success",
        "created_at": "2023-11-14T10:00:00.000Z", "updated_at": "2023-11-14T10:09:00.000Z",
        "environment": ["id": 8, "name": "production"], "user": user,
        "deployable": [
            "id": 1, "name": "deploy", "status": "success", "finished_at": "2023-11-14T10:08:00.000Z",
        ],
    ]

    @Test(
        "A deployment finishes when its job did, else when it was last touched, and not before it ended",
        arguments: [
            ("success", true, DeploymentRecord.FinishSource.jobFinishedAt), ("failed", false, .updatedAt),
            ("running", true, nil),
        ] as [(String, Bool, DeploymentRecord.FinishSource?)])
    func finish(status: String, throughJob: Bool, rank: DeploymentRecord.FinishSource?) throws {
        var json = Self.deployment
        json["status"] = .string(status)
        if !throughJob { json["deployable"] = .null }
        let model: Deployment = try decode(json)
        let record = model.record(context)
        #expect(record.finish?.rank == rank)
        #expect(record.status?.value.rawValue == status)
        #expect(record.origin?.value.environment == EnvironmentKey("one", 8))
        #expect(record.environmentName?.value == "production")
    }

    @Test("Only a pipeline fetched alone tells its times")
    func pipeline() throws {
        let model: Pipeline = try decode([
            "id": 4, "iid": 1, "project_id": 5, "sha": "abc", "ref": "main", "status": "success",
            "source": "push", "created_at": "2023-11-14T10:00:00.000Z",
            "updated_at": "2023-11-14T10:09:00.000Z", "started_at": "2023-11-14T10:01:00.000Z",
            "finished_at": "2023-11-14T10:05:00.000Z", "duration": 240, "queued_duration": 1.75,
        ])
        #expect(model.record(context, isAlone: false).timing == nil)
        let alone = model.record(context, isAlone: true)
        #expect(alone.timing?.value.duration == 240)
        #expect(alone.timing?.value.queuedDuration == 1)
        #expect(alone.startedAt?.value != nil)
    }

    @Test("A merge request's commits leave parents out, which does not make them forgotten")
    func parents() throws {
        func commit(_ parents: JSONValue, isOfMergeRequest: Bool, began: Int64) throws -> CommitRecord {
            let model: Commit = try decode([
                "id": "abc", "title": "Fix", "message": "Fix\n", "author_name": "Ann",
                "authored_date": "2023-11-14T10:00:00.000+02:00",
                "committed_date": "2023-11-14T10:00:00.000+02:00", "parent_ids": parents,
            ])
            return model.record(
                ReadContext(project: context.project, began: ReadStart(milliseconds: began)),
                isOfMergeRequest: isOfMergeRequest)
        }
        let whole = try commit(["def"], isOfMergeRequest: false, began: 1)
        let thin = try commit([], isOfMergeRequest: true, began: 2)
        #expect(whole.merging(thin).parents?.value == ["def"])
        #expect(thin.merging(whole).parents?.value == ["def"])
        #expect(try commit([], isOfMergeRequest: false, began: 1).parents?.value == [])
    }

    @Test("Everybody an answer names becomes a user, each once, a bot only where GitLab says so")
    func users() throws {
        var json = Self.mergeRequest
        json["closed_by"] = ["id": 31, "username": "renovate", "bot": true]
        let model: MergeRequest = try decode(json)
        let users = context.records(of: [model, model]) { $0.record(context) }[context.project].users
        #expect(users.rows.map { $0.id.id }.sorted() == [4, 9, 30, 31])
        let ann = try #require(users[UserKey(context.project, 9)])
        #expect(ann.username?.value == "ann" && ann.name?.value == "Ann" && ann.state?.value == "active")
        #expect(ann.isBot == nil && ann.username?.stamp == context.stamp)
        #expect(users[UserKey(context.project, 31)]?.isBot?.value == true)
    }

    @Test("A list's silence about the head pipeline is not taken for none")
    func headPipeline() throws {
        var json = Self.mergeRequest
        json["milestone"] = ["id": 12, "title": "1.0"]
        json["time_stats"] = ["time_estimate": 7200, "total_time_spent": 0]
        let listed: MergeRequest = try decode(json)
        #expect(listed.record(context).headPipeline == nil)
        #expect(listed.record(context).milestone?.value == MilestoneKey("one", 12))
        #expect(listed.record(context).timeEstimate?.value == 7200)
        json["head_pipeline"] = [
            "id": 4, "status": "success", "sha": "abc", "created_at": "2023-11-14T10:00:00.000Z",
        ]
        let single: MergeRequest = try decode(json)
        #expect(single.record(context).headPipeline?.value == PipelineKey("one", 4))
    }

    @Test("Days without a time are kept as their text")
    func days() throws {
        let model: GitLabAPI.Issue = try decode([
            "id": 1, "iid": 1, "project_id": 5, "title": "Down", "state": "opened", "author": Self.user,
            "created_at": "2023-11-14T10:00:00.999Z", "updated_at": "2023-11-14T11:00:00.123Z",
            "due_date": "2024-02-29", "severity": "HIGH", "confidential": true, "moved_to_id": 77,
        ])
        let record = model.record(context)
        #expect(record.dueOn?.value == "2024-02-29" && record.severity?.value == "HIGH")
        #expect(record.isConfidential?.value == true && record.movedTo?.value == IssueKey("one", 77))
        #expect(record.weight?.value == .some(nil))
    }

    @Test("A project keeps every path it was seen under, and says whether it was forked")
    func paths() throws {
        func project(_ path: JSONValue) throws -> ProjectRecord {
            let model: Project = try decode([
                "id": 5, "name": "App", "path": "app", "path_with_namespace": path,
                "forked_from_project": ["id": 3],
            ])
            return model.record(context)
        }
        let before = try project("acme/app")
        #expect(before.forkedFrom?.value == ProjectKey("one", 3) && !before.wasMoved)
        let both = before.merging(try project("new/app"))
        #expect(both.paths == ["acme/app", "new/app"] && both.wasMoved)
    }

    @Test("A listing begins by the earlier of two clocks")
    func readStart() {
        let ours = Date(timeIntervalSince1970: 1_000.5)
        func start(_ server: Double?) -> ReadStart {
            ReadStart(
                began: ours, answered: ours.addingTimeInterval(2),
                serverDate: server.map { Date(timeIntervalSince1970: $0) })
        }
        #expect(start(nil).earliest == 1_000_500)
        #expect(start(1_002).earliest == 1_000_500)
        #expect(start(1_300).earliest == 1_000_500)
        // Ten seconds behind us; it took two to answer.
        #expect(start(992).earliest == 990_000)
        #expect(start(992).milliseconds == 1_000_500)
    }
}
