import Foundation
import GitLabAPI
import MetricsCore
import Testing
import WireFormat

@testable import MetricsIngestion

@Suite("Models of what plans must ask for become records")
struct FurtherMappingTests {
    let context = ReadContext(
        project: ProjectKey("one", 5), began: ReadStart(milliseconds: 1_700_000_000_500))
    let subject = RecordReference.mergeRequest(MergeRequestKey("one", 70))

    static let user: JSONValue = ["id": 9, "username": "ann", "name": "Ann", "state": "active"]
    static let commit: JSONValue = [
        "id": "abc", "title": "Fix", "committed_date": "2023-11-14T10:00:00.000+02:00",
    ]

    private func decode<Model: Decodable>(_ json: JSONValue) throws -> Model {
        try JSON.decode(Model.self, from: Data(json.serialized()))
    }

    @Test("A job is as new as what it went through last, whatever source tells it")
    func job() throws {
        var json: JSONValue = [
            "id": 3, "name": "test", "stage": "test", "status": "running", "allow_failure": true,
            "created_at": "2023-11-14T10:00:00.100Z", "started_at": "2023-11-14T10:01:00.200Z",
            "finished_at": nil, "duration": 1.5, "queued_duration": 0.9, "user": Self.user,
        ]
        let pipeline = PipelineKey("one", 2)
        let running: Job = try decode(json)
        let early = running.record(of: pipeline, context, isBridge: false)
        #expect(early.status?.stamp.updatedAt == 1_699_956_060_200)
        #expect(early.timing?.value.duration == 1 && early.timing?.value.queuedDuration == 0)
        #expect(early.kind?.value == .build && early.summary?.value.isAllowedToFail == true)
        #expect(early.failureReason?.value == .some(nil) && early.user?.value?.username == "ann")
        json["status"] = "failed"
        json["finished_at"] = "2023-11-14T10:02:00.300Z"
        json["failure_reason"] = "script_failure"
        let failed: Job = try decode(json)
        let late = failed.record(of: pipeline, context, isBridge: false)
        for both in [early.merging(late), late.merging(early)] {
            #expect(both.status?.value == "failed" && both.failureReason?.value == "script_failure")
        }
        #expect(late.parent == .pipeline(pipeline))
    }

    @Test("A release without its tag, as guests see it, makes no record")
    func release() throws {
        var json: JSONValue = [
            "tag_name": "v1.0", "name": "One", "created_at": "2023-11-14T10:00:00.000Z",
            "released_at": "2023-11-15T10:00:00.000Z", "author": Self.user, "commit": Self.commit,
            "milestones": [["id": 7, "title": "b"], ["id": 6, "title": "a"]],
        ]
        let model: Release = try decode(json)
        let record = try #require(model.record(context))
        #expect(record.id == ReleaseKey(context.project, "v1.0"))
        #expect(record.sha?.value == "abc" && record.author?.value?.username == "ann")
        #expect(record.milestones?.value.map(\.id) == [6, 7])
        #expect(record.existence?.value == .present && record.summary?.stamp == context.stamp)
        json["tag_name"] = nil
        let hidden: Release = try decode(json)
        #expect(hidden.record(context) == nil)
        #expect(context.records(of: [hidden]) { $0.record(context) }[context.project].releases.isEmpty)
    }

    @Test("A tag marks a commit, not its own object; without a message it has no time")
    func tag() throws {
        let annotated: GitLabAPI.Tag = try decode([
            "name": "v1", "message": "One", "target": "tag-object", "commit": Self.commit,
            "created_at": "2023-11-14T10:00:00.000Z",
        ])
        #expect(annotated.record(context).sha?.value == "abc")
        #expect(annotated.record(context).createdAt?.value != nil)
        let light: GitLabAPI.Tag = try decode([
            "name": "v0", "message": nil, "target": "def", "created_at": nil,
        ])
        #expect(light.record(context).sha?.value == "def" && light.record(context).createdAt == nil)
    }

    @Test("A branch is told with its head and what GitLab says of it")
    func branch() throws {
        let model: Branch = try decode([
            "name": "fix/ä", "merged": true, "protected": false, "default": false, "commit": Self.commit,
        ])
        let record = model.record(context)
        #expect(record.id.name == "fix/ä" && record.head?.value.sha == "abc")
        #expect(record.traits?.value == .init(isDefault: false, isProtected: false, isMerged: true))
    }

    @Test("A member keeps the role and the day it ends; a milestone its days")
    func days() throws {
        var json = Self.user
        json["access_level"] = 30
        json["expires_at"] = "2024-02-29"
        let member: Member = try decode(json)
        let record = member.record(context, isInherited: true)
        #expect(record.accessLevel?.value == 30 && record.expiresOn?.value == "2024-02-29")
        #expect(record.isInherited?.value == true && record.user?.value.username == "ann")
        let milestone: Milestone = try decode([
            "id": 6, "iid": 2, "group_id": 4, "title": "1.0", "state": "closed", "due_date": "2024-01-31",
            "start_date": nil, "updated_at": "2023-11-14T10:00:00.000Z",
        ])
        let summary = try #require(milestone.record(context).summary)
        #expect(summary.value.dueOn == "2024-01-31" && summary.value.startsOn == nil)
        #expect(summary.value.state == "closed" && summary.stamp.updatedAt == 1_699_956_000_000)
        #expect(milestone.record(context).isOfGroup?.value == true)
    }

    @Test("Events of a merge request keep who, when and what; a deleted label has no name")
    func subjectEvents() throws {
        let label: ResourceLabelEvent = try decode([
            "id": 1, "user": Self.user, "created_at": "2023-11-14T10:00:00.999Z",
            "resource_type": "MergeRequest", "resource_id": 70, "label": nil, "action": "remove",
        ])
        let removed = label.record(on: subject, context)
        #expect(removed.change.value == .init(label: nil, isAdded: false))
        #expect(removed.createdAt == Instant(secondsSince1970: 1_699_956_000))
        #expect(removed.user?.value?.id == 9 && removed.parent == subject)
        let state: ResourceStateEvent = try decode([
            "id": 1, "user": nil, "created_at": "2023-11-14T10:00:00.999Z", "resource_type": "MergeRequest",
            "resource_id": 70, "state": "closed", "source_merge_request_id": 71,
        ])
        let closed = state.record(on: subject, context)
        #expect(closed.user?.value == .some(nil))
        #expect(closed.change.value.sourceMergeRequest == MergeRequestKey("one", 71))
        let milestone: ResourceMilestoneEvent = try decode([
            "id": 1, "user": Self.user, "created_at": "2023-11-14T10:00:00.999Z",
            "resource_type": "Issue", "resource_id": 8, "milestone": ["id": 6, "title": "1.0"],
            "action": "add",
        ])
        #expect(
            milestone.record(on: subject, context).change.value
                == .init(milestone: MilestoneKey("one", 6), isAdded: true))
    }

    @Test("An event keeps what was pushed where, and no text")
    func activityEvent() throws {
        let model: Event = try decode([
            "id": 4, "project_id": 5, "action_name": "pushed to", "target_type": nil,
            "target_title": "the-secret-text", "author": Self.user, "author_id": 9,
            "created_at": "2023-11-14T10:00:00.999Z",
            "push_data": [
                "commit_count": 2, "action": "pushed", "ref_type": "branch", "commit_from": "abc",
                "commit_to": "def", "ref": "topic", "commit_title": "the-secret-title",
            ],
        ])
        let record = model.record(context)
        #expect(record.facts.value.push?.ref == "topic" && record.facts.value.push?.commitCount == 2)
        #expect(record.facts.value.author?.username == "ann" && record.facts.value.target == nil)
        let stored = String(decoding: try JSONEncoder().encode(record), as: UTF8.self)
        #expect(!stored.contains("secret"))
    }
}
