import MetricsCore
import MetricsIngestion
import Testing
import WireFormat

@Suite("Events of the other kinds tell what they state and leave the rest to be read")
struct EventMappingTests {
    private let lab = ReceiverLab()
    private let ada = Account(id: 1, username: "ada")
    private let ben = Account(id: 2, username: "ben")

    @Test("A comment, with who wrote it and the merge request it is on")
    func note() async throws {
        let ingested = try await lab.ingest(Bodies.note(501, created: 120, type: "DiffNote"))
        let records = await lab.records
        let note = try #require(records.notes[NoteKey("lab", 501)])
        #expect(note.subject == .mergeRequest(lab.mergeRequest))
        #expect(note.createdAt == Bodies.instant(120))
        #expect(note.facts.value == .init(author: ben, isResolvable: true))
        #expect(!note.isSystem)
        let mergeRequest = try #require(records.mergeRequests[lab.mergeRequest])
        #expect(mergeRequest.summary?.value.iid == 7)
        // Ben comments, and who opened it is not named.
        #expect(mergeRequest.author == nil)
        #expect(ingested.refresh.contains(RefreshKey(lab.project, .mergeRequest(iid: 7))))
    }

    @Test("The author of a merge request who comments on it is known")
    func ownNote() async throws {
        try await lab.ingest(Bodies.note(501, by: Bodies.ada, created: 120))
        #expect(await lab.records.mergeRequests[lab.mergeRequest]?.author?.value == ada)
    }

    @Test("Who changes another's comment is not taken for its author")
    func foreignNote() async throws {
        var body = Bodies.note(501, by: Bodies.cyd, created: 120, updated: 130, action: "update")
        body["object_attributes"]?["author_id"] = 2
        try await lab.ingest(body)
        #expect(await lab.records.notes.isEmpty)
    }

    @Test("A comment on an issue cannot be resolved; comments on commits are not kept")
    func otherNotes() async throws {
        var body = Bodies.note(502, created: 120, type: "DiscussionNote")
        body["object_attributes"]?["noteable_type"] = "Issue"
        body["merge_request"] = nil
        body["issue"] = Bodies.issue("update")["object_attributes"]
        let ingested = try await lab.ingest(body)
        let note = try #require(await lab.records.notes[NoteKey("lab", 502)])
        #expect(note.subject == .issue(IssueKey("lab", 301)))
        #expect(!note.facts.value.isResolvable)
        #expect(ingested.refresh.contains(RefreshKey(lab.project, .issue(iid: 23))))
        body["object_attributes"]?["noteable_type"] = "Commit"
        body["object_attributes"]?["id"] = 503
        body["issue"] = nil
        body["commit"] = ["id": "bbbb000000000000000000000000000000000000", "message": "Fix"]
        try await lab.ingest(body)
        #expect(await lab.records.notes.count == 1)
    }

    @Test("An incident")
    func issue() async throws {
        let ingested = try await lab.ingest(Bodies.issue("open"))
        let issue = try #require(await lab.records.issues[IssueKey("lab", 301)])
        #expect(
            issue.summary?.value
                == .init(
                    iid: 23, title: "Down", type: "incident", state: .opened, createdAt: Bodies.instant(150),
                    updatedAt: Bodies.instant(200), labels: ["sev"], mentions: [.mergeRequest(iid: 7)]))
        #expect(issue.author?.value == ada)
        #expect(issue.assignees?.value == [ben])
        #expect(issue.severity?.value == "HIGH")
        #expect(issue.weight?.value == 3)
        #expect(issue.dueOn?.value == "2026-02-01")
        #expect(issue.closedAt?.value == .some(nil))
        #expect(issue.milestone?.value == .some(nil))
        #expect(issue.isConfidential?.value == false)
        #expect(ingested.refresh.contains(RefreshKey(lab.project, .issue(iid: 23))))
    }

    @Test("A closed issue says when and by whom, whether or not its date is told", arguments: [true, false])
    func closedIssue(isTold: Bool) async throws {
        var body = Bodies.issue("close", updated: 240, type: "Issue", attributes: ["state": "closed"])
        body["object_attributes"]?["closed_at"] = isTold ? Bodies.time(240) : nil
        if !isTold { body["object_attributes"]?["closed_at"] = nil }
        try await lab.ingest(body)
        let issue = try #require(await lab.records.issues[IssueKey("lab", 301)])
        #expect(issue.isIncident == false)
        #expect(issue.closedAt?.value == Bodies.instant(240))
        #expect(issue.closedBy?.value == ada)
    }

    @Test("A pipeline and its jobs")
    func pipeline() async throws {
        let ingested = try await lab.ingest(Bodies.pipeline("success", finished: 400))
        let records = await lab.records
        let pipeline = try #require(records.pipelines[PipelineKey("lab", 31)])
        #expect(
            pipeline.summary?.value
                == .init(
                    iid: 3, status: "success", sha: "bbbb000000000000000000000000000000000000",
                    createdAt: Bodies.instant(300)))
        #expect(pipeline.origin?.value == .init(source: "push", ref: "main"))
        #expect(
            pipeline.timing?.value
                == .init(finishedAt: Bodies.instant(400), duration: 90, queuedDuration: 10))
        #expect(pipeline.startedAt == nil)
        #expect(pipeline.user?.value == ada)
        #expect(pipeline.upstream?.value == .some(nil))
        let job = try #require(records.jobs[JobKey("lab", 380)])
        #expect(job.pipeline == pipeline.id)
        #expect(job.timing?.value.duration == 12)
        #expect(ingested.refresh.contains(RefreshKey(lab.project, .pipeline(id: 31))))
    }

    @Test("A pipeline's later state wins, whichever event comes first")
    func pipelineOrder() async throws {
        try await lab.ingest(Bodies.pipeline("success", finished: 400))
        try await lab.ingest(Bodies.pipeline("running"))
        let pipeline = try #require(await lab.records.pipelines[PipelineKey("lab", 31)])
        #expect(pipeline.summary?.value.status == "success")
    }

    @Test("Child pipelines are not kept, as no list shows them; their jobs are")
    func childPipeline() async throws {
        try await lab.ingest(Bodies.pipeline("success", finished: 400, source: "parent_pipeline"))
        #expect(await lab.records.pipelines.isEmpty)
        #expect(await lab.records.jobs.count == 1)
        let other = ReceiverLab(kinds: BackfillPlan.standardKinds)
        let ingested = try await other.ingest(Bodies.pipeline("running", source: "parent_pipeline"))
        #expect(!ingested.refresh.contains(RefreshKey(lab.project, .pipeline(id: 31))))
    }

    @Test("A job, which failed for no reason unless it failed")
    func job() async throws {
        let ingested = try await lab.ingest(Bodies.job("success", finished: 330))
        let job = try #require(await lab.records.jobs[JobKey("lab", 380)])
        #expect(job.status?.value == "success")
        #expect(job.kind?.value == .build)
        #expect(job.failureReason?.value == .some(nil))
        #expect(job.summary?.value.stage == "test")
        #expect(job.timing?.value.finishedAt == Bodies.instant(330))
        #expect(ingested.refresh.contains(RefreshKey(lab.project, .pipeline(id: 31))))
    }

    @Test("A deployment says when it finished, by its rank")
    func deployment() async throws {
        let ingested = try await lab.ingest(Bodies.deployment("success", changed: 450))
        try await lab.ingest(Bodies.deployment("running", changed: 440))
        let deployment = try #require(await lab.records.deployments[DeploymentKey("lab", 15)])
        #expect(deployment.status?.value == .success)
        #expect(deployment.finish?.value == Bodies.instant(450))
        #expect(deployment.finish?.rank == .statusChangedAt)
        #expect(deployment.environmentName?.value == "production")
        #expect(deployment.triggeredBy?.value == ada)
        #expect(deployment.origin == nil)
        #expect(ingested.refresh.contains(RefreshKey(lab.project, .deployment(id: 15))))
    }

    @Test("A push leaves the default branch's commits to be read, another branch's not")
    func push() async throws {
        let pushed = try await lab.ingest(Bodies.push())
        #expect(pushed.refresh.contains(RefreshKey(lab.project, .commits(branch: "main"))))
        #expect(pushed.refresh.contains(RefreshKey(lab.project, .list(.branch))))
        let elsewhere = try await lab.ingest(Bodies.push("fix"))
        #expect(!elsewhere.refresh.contains(RefreshKey(lab.project, .commits(branch: "fix"))))
        let deleted = try await lab.ingest(Bodies.push(after: String(repeating: "0", count: 40)))
        #expect(!deleted.refresh.contains(RefreshKey(lab.project, .commits(branch: "main"))))
        #expect(await lab.records.commits.isEmpty)
    }

    @Test("A release nobody has read is seen at once, one that was deleted only by its absence")
    func release() async throws {
        let ingested = try await lab.ingest(Bodies.release())
        let release = try #require(await lab.records.releases[ReleaseKey(lab.project, "v1.1")])
        #expect(release.summary?.value.releasedAt == Bodies.instant(501))
        #expect(release.sha?.value == "bbbb000000000000000000000000000000000000")
        #expect(ingested.refresh.contains(RefreshKey(lab.project, .list(.release))))
        let other = ReceiverLab()
        #expect(
            try await other.ingest(Bodies.release("delete")).refresh
                .contains(RefreshKey(lab.project, .list(.release))))
        #expect(await other.records.releases.isEmpty)
    }

    @Test("A milestone")
    func milestone() async throws {
        try await lab.ingest(Bodies.milestone())
        let milestone = try #require(await lab.records.milestones[MilestoneKey("lab", 61)])
        #expect(milestone.summary?.value.dueOn == "2026-02-28")
        #expect(milestone.summary?.value.startsOn == nil)
        #expect(milestone.isOfGroup?.value == false)
    }

    @Test("Everybody an event names is known by name, until a read tells more")
    func people() async throws {
        try await lab.ingest(Bodies.mergeRequest("open"))
        let users = await lab.records.users
        #expect(Set(users.map { $0.username?.value }) == ["ada", "ben"])
        #expect(users.allSatisfy { $0.username?.stamp == Stamp.none && $0.isBot == nil })
    }

    @Test("A project's new path is known at once, what else became of it is to be read")
    func project() async throws {
        let ingested = try await lab.ingest([
            "event_name": "project_transfer", "name": "App", "path": "app", "project_id": 42,
            "path_with_namespace": "elsewhere/app", "old_path_with_namespace": "acme/app",
            "updated_at": "2026-01-16T00:00:00Z",
        ])
        #expect(await lab.records.project[lab.project]?.paths == ["acme/app", "elsewhere/app"])
        #expect(ingested.refresh == [RefreshKey(lab.project, .project)])
    }

    @Test("A renamed group or user leaves the projects below it to be read, and no others")
    func namespaces() async throws {
        try await lab.ingest(Bodies.push())
        let key = RefreshKey(lab.project, .project)
        func renamed(_ path: String) -> JSONValue {
            [
                "event_name": "group_rename", "group_id": 7, "name": "New", "path": "new", "full_path": "new",
                "old_full_path": .string(path), "old_path": .string(path),
                "updated_at": "2026-01-16T00:00:00Z",
            ]
        }
        #expect(try await lab.ingest(renamed("acme")).refresh == [key])
        #expect(try await lab.ingest(renamed("acm")).refresh == [])
        let user: JSONValue = [
            "event_name": "user_rename", "user_id": 1, "name": "Ada", "username": "ada2",
            "old_username": "Acme", "updated_at": "2026-01-16T00:00:00Z",
        ]
        #expect(try await lab.ingest(user).refresh == [key])
    }

    @Test("Members of a project and of the groups above it are to be read")
    func members() async throws {
        try await lab.ingest(Bodies.push())
        let key = RefreshKey(lab.project, .list(.member))
        let ofProject: JSONValue = [
            "event_name": "user_add_to_team", "access_level": "Maintainer", "project_id": 42,
            "project_path_with_namespace": "acme/app", "user_id": 1, "user_username": "ada",
            "created_at": "2026-01-16T00:00:00Z",
        ]
        #expect(try await lab.ingest(ofProject).refresh.contains(key))
        func ofGroup(_ path: String) -> JSONValue {
            [
                "event_name": "user_add_to_group", "group_access": "Guest", "group_id": 7,
                "group_name": "Acme", "group_path": .string(path), "user_id": 1, "user_username": "ada",
                "created_at": "2026-01-16T00:00:00Z",
            ]
        }
        #expect(try await lab.ingest(ofGroup("acme")).refresh.contains(key))
        #expect(try await lab.ingest(ofGroup("app")).refresh.isEmpty)
    }

    @Test(
        "A push of many refs, of which GitLab tells only so, leaves the branches, tags and commits to be read"
    )
    func repositoryUpdate() async throws {
        let zero = String(repeating: "0", count: 40)
        let ingested = try await lab.ingest([
            "event_name": "repository_update", "user_id": 1, "user_name": "Ada", "project_id": 42,
            "project": Bodies.project,
            "changes": [
                ["before": .string(zero), "after": "cccc", "ref": "refs/heads/main"],
                ["before": .string(zero), "after": "cccc", "ref": "refs/tags/v1"],
            ],
            "refs": ["refs/heads/main", "refs/tags/v1"],
        ])
        let subjects: Set<RefreshKey.Subject> = [
            .commits(branch: "main"), .list(.branch), .list(.tag), .list(.activityEvent),
        ]
        #expect(ingested.refresh.isSuperset(of: subjects.map { RefreshKey(lab.project, $0) }))
    }

    @Test("Kinds no metric reads tell only which path the project has")
    func others() async throws {
        var body = Bodies.push()
        body["object_kind"] = "something_new"
        let ingested = try await lab.ingest(body)
        #expect(ingested.changes.isEmpty)
        #expect(ingested.refresh.isEmpty)
        #expect(ingested.kind == "something_new")
    }
}
