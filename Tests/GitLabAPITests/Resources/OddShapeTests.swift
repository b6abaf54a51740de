import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing
import WireFormat

@Suite("Odd shapes of answers")
struct OddShapeTests {
    static let minimal: JSONValue = [
        "id": 84, "iid": 14, "project_id": 3, "title": "Add a page", "state": "opened",
        "created_at": "2026-01-16T05:56:22.053Z", "updated_at": "2026-01-16T09:10:11.470Z",
        "target_branch": "main", "source_branch": "page",
    ]

    static func mergeRequest(_ changes: KeyValuePairs<String, JSONValue?>) throws -> MergeRequest {
        var body = minimal
        for (key, value) in changes { body[key] = value }
        return try JSON.decode(from: Data(body.serialized()))
    }

    @Test("a merge request with nothing but what metrics need decodes")
    func minimal() throws {
        let mergeRequest = try Self.mergeRequest([:])
        #expect(mergeRequest.author == nil && mergeRequest.assignees.isEmpty && mergeRequest.labels.isEmpty)
        #expect(!mergeRequest.isDraft && mergeRequest.sha == nil && mergeRequest.userNotesCount == nil)
    }

    @Test("null means none, in every field that may be missing")
    func nulls() throws {
        let nulls: [String] = [
            "description", "merged_by", "merge_user", "merged_at", "closed_by", "closed_at", "author",
            "assignees",
            "reviewers", "source_project_id", "labels", "draft", "work_in_progress", "milestone", "sha",
            "merge_commit_sha", "squash_commit_sha", "prepared_at", "web_url", "time_stats", "squash",
            "changes_count", "head_pipeline", "first_deployed_to_production_at", "detailed_merge_status",
            "imported",
        ]
        var body = Self.minimal
        for key in nulls { body[key] = .null }
        let read: MergeRequest = try JSON.decode(from: Data(body.serialized()))
        #expect(try read == Self.mergeRequest([:]))
    }

    @Test(
        "what a metric rests on must be there and well-formed",
        arguments: ["id", "iid", "project_id", "state", "created_at", "updated_at", "target_branch"])
    func required(key: String) throws {
        for odd: JSONValue? in [nil, .null, ["odd": "shape"]] {
            #expect(throws: DecodingError.self) { try Self.mergeRequest([key: odd]) }
        }
    }

    @Test("a time that cannot be read does not pass for never", arguments: ["merged_at", "closed_at"])
    func brokenTimes(key: String) {
        #expect(throws: DecodingError.self) { try Self.mergeRequest([key: "yesterday"]) }
        #expect(throws: DecodingError.self) { try Self.mergeRequest([key: 1_700_000_000]) }
    }

    @Test("a surprise in what merely decorates loses only itself")
    func decoration() throws {
        let mergeRequest = try Self.mergeRequest([
            "milestone": "v2.0", "time_stats": [], "web_url": 7, "description": ["text"], "upvotes": "many",
            "prepared_at": "soon", "head_pipeline": ["id": "x"],
        ])
        #expect(try mergeRequest == Self.mergeRequest([:]))
    }

    @Test("numbers come as texts, flags too, and counts as numbers")
    func strings() throws {
        let mergeRequest = try Self.mergeRequest([
            "id": "84", "user_notes_count": "3", "draft": "true", "changes_count": 7,
            "has_conflicts": "false",
        ])
        #expect(mergeRequest.id == 84 && mergeRequest.userNotesCount == 3 && mergeRequest.isDraft)
        #expect(mergeRequest.changesCount == "7" && mergeRequest.hasConflicts == false)
        #expect(try Self.mergeRequest(["changes_count": "1000+"]).changesCount == "1000+")
    }

    @Test("words of old versions count where the new ones are missing")
    func oldNames() throws {
        let user: JSONValue = ["id": 5, "username": "ada"]
        #expect(try Self.mergeRequest(["work_in_progress": true]).isDraft)
        #expect(try !Self.mergeRequest(["draft": false, "work_in_progress": true]).isDraft)
        #expect(try Self.mergeRequest(["merged_by": user]).mergeUser?.id == 5)
        let other: JSONValue = ["id": 6, "username": "bob"]
        #expect(try Self.mergeRequest(["merged_by": user, "merge_user": other]).mergeUser?.id == 6)
    }

    @Test("labels come as names or as objects")
    func labels() throws {
        let mixed: JSONValue = ["bug", ["id": 1, "name": "ops", "color": "#fff"], 7]
        #expect(try Self.mergeRequest(["labels": mixed]).labels == ["bug", "ops"])
    }

    @Test("a reviewer who cannot be read is left out, the others stay")
    func people() throws {
        let reviewers: JSONValue = [["id": 4, "username": "jdoe"], ["name": "nobody"], nil]
        #expect(try Self.mergeRequest(["reviewers": reviewers]).reviewers.map(\.id) == [4])
    }

    @Test("unknown words are kept")
    func unknownWords() throws {
        let mergeRequest = try Self.mergeRequest(["state": "archived", "detailed_merge_status": "moon_phase"])
        #expect(mergeRequest.state == "archived" && mergeRequest.detailedMergeStatus == "moon_phase")
    }

    @Test("one broken element does not lose its list")
    func brokenElement() throws {
        var broken = Self.minimal
        broken["iid"] = nil
        let body = JSONValue([Self.minimal, broken, Self.minimal]).serialized()
        let list: LossyList<MergeRequest> = try JSON.decode(from: Data(body))
        #expect(list.elements.count == 2)
        #expect(list.skipped.map(\.failure.description) == ["[1].iid: missing"])
    }

    @Test("an approver who cannot be read fails the approvals instead of vanishing from them")
    func approvals() throws {
        #expect(throws: DecodingError.self) {
            try decode(#"{"approved":true,"approved_by":[{"user":null}]}"#, as: MergeRequestApprovals.self)
        }
        #expect(try decode("{}", as: MergeRequestApprovals.self).approvedBy.isEmpty)
    }

    @Test("coverage is a text in pipelines and a number in jobs; nonsense is none")
    func coverage() throws {
        let pipeline = #"{"id":1,"status":"success","created_at":"2026-01-16T05:57:00Z","coverage":"#
        #expect(try decode(pipeline + #""98.29"}"#, as: Pipeline.self).coverage == 98.29)
        #expect(try decode(pipeline + "98.29}", as: Pipeline.self).coverage == 98.29)
        #expect(try decode(pipeline + #""nan"}"#, as: Pipeline.self).coverage == nil)
        #expect(try decode(pipeline + #""high"}"#, as: Pipeline.self).coverage == nil)
        #expect(try decode(#"{"id":1,"name":"test","coverage":97.5}"#, as: Job.self).coverage == 97.5)
    }

    @Test("a note whose author was deleted and one of an old version decode")
    func notes() throws {
        let note: Note = try decode(
            #"{"id":1,"body":"ok","author":null,"created_at":"2015-01-01 00:00:00 UTC","system":false,"confidential":true}"#
        )
        #expect(note.author == nil && note.isInternal && note.updatedAt == nil && !note.isResolvable)
        #expect(note.createdAt == instant("2015-01-01T00:00:00Z"))
    }

    @Test("an incident of a version without issue_type is known by its type")
    func issueType() throws {
        let issue: GitLabAPI.Issue = try decode(
            """
            {"id":1,"iid":2,"project_id":3,"title":"Down","state":"opened","type":"INCIDENT",
            "created_at":"2026-01-16T05:57:00Z","updated_at":"2026-01-16T05:57:00Z"}
            """)
        #expect(issue.issueType == .incident)
    }

    @Test("a fork knows its origin, a project without membership its lack of one")
    func project() throws {
        let project: Project = try decode(
            """
            {"id":1,"name":"a","path":"a","path_with_namespace":"g/a","forked_from_project":{"id":9,"name":"b"},
            "permissions":{"project_access":null,"group_access":{"access_level":30,"notification_level":3}}}
            """)
        #expect(project.forkedFrom == 9 && project.permissions?.highest == .developer)
        #expect(project.defaultBranch == nil && project.isArchived == nil)
    }

    @Test("an old instance tells its version only")
    func version() throws {
        let metadata: Metadata = try decode(#"{"version":"13.12.15","revision":"abc"}"#)
        #expect(metadata.isEnterprise == nil && metadata.release == GitLabRelease(13, 12, 15))
    }
}
