import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

typealias Body = Decodable & Sendable

@Suite(
    "Bodies that GitLab publishes",
    .enabled(if: PublishedPayload.isThere, "the collection of published bodies is not beside the package"))
struct PublishedPayloadTests {
    static let objects: [(String, any Body.Type)] = [
        ("commit_single", Commit.self), ("deployment_single", Deployment.self),
        ("environment_single", Environment.self), ("group_single", Group.self),
        ("issue_single", GitLabAPI.Issue.self),
        ("merge_request_approvals", MergeRequestApprovals.self),
        ("merge_request_approvals_free", MergeRequestApprovals.self),
        ("merge_request_approval_state", MergeRequestApprovalState.self),
        ("merge_request_note_created", NoteOutcome.self), ("note_commands_only_202", NoteOutcome.self),
        ("merge_request_single", MergeRequest.self),
        ("merge_request_single", MergeRequestSummary.self),
        ("personal_access_token_self", PersonalAccessToken.self),
        ("pipeline_single", Pipeline.self), ("project_single", Project.self),
        ("user_current", CurrentUser.self),
        ("user_single", UserProfile.self), ("issue_time_stats", TimeStats.self),
        ("version", Metadata.self), ("merge_request_note_created", Note.self),
        ("personal_access_token_rotate", RotatedToken.self), ("project_hook", Hook.self),
        ("project_hook_disabled", Hook.self), ("group_hook", Hook.self), ("system_hook", Hook.self),
        ("hook_event_resend", HookEvent.Resent.self), ("dora_daily", DORASeries.self),
        ("dora_lead_time", DORASeries.self), ("dora_all", DORASeries.self),
    ]

    static let lists: [(String, any Body.Type)] = [
        ("commits_list_with_stats", [Commit].self), ("deployment_merge_requests", [MergeRequest].self),
        ("deployments_list", [Deployment].self), ("environments_list", [Environment].self),
        ("events_list", [Event].self), ("group_projects", [Project].self), ("group_subgroups", [Group].self),
        ("groups_list", [Group].self), ("issue_notes", [Note].self), ("issues_list", [GitLabAPI.Issue].self),
        ("jobs_list", [Job].self), ("merge_request_closes_issues", [GitLabAPI.Issue].self),
        ("merge_request_closes_issues", [LinkedIssue].self),
        ("merge_request_closes_issues_external", [LinkedIssue].self),
        ("merge_request_discussions", [Discussion].self),
        ("merge_request_reviewers", [MergeRequestReviewer].self),
        ("merge_request_commits", [Commit].self), ("merge_request_notes", [Note].self),
        ("merge_request_pipelines", [Pipeline].self),
        ("merge_request_state_events", [ResourceStateEvent].self),
        ("merge_request_label_events", [ResourceLabelEvent].self),
        ("merge_request_milestone_events", [ResourceMilestoneEvent].self),
        ("merge_requests_list", [MergeRequest].self), ("merge_requests_list", [MergeRequestSummary].self),
        ("pipelines_list", [Pipeline].self), ("projects_list_simple", [Project].self),
        ("users_list", [User].self), ("labels_list", [Label].self), ("members_list", [Member].self),
        ("branches_list", [Branch].self), ("tags_list", [GitLabAPI.Tag].self),
        ("releases_list", [Release].self), ("bridges_list", [Bridge].self),
        ("hook_events_list", [HookEvent].self), ("project_access_tokens_list", [PersonalAccessToken].self),
    ]

    @Test("every body of a resource we read decodes, every element of its lists", arguments: objects + lists)
    func decodes(name: String, type: any Body.Type) throws {
        func decode<Value: Body>(_ type: Value.Type) throws -> Value {
            try PublishedPayload.decode(name)
        }
        let value = try decode(type)
        if let elements = value as? [Any] { #expect(!elements.isEmpty) }
    }

    @Test("a merge request keeps what metrics read")
    func mergeRequest() throws {
        let single: MergeRequest = try PublishedPayload.decode("merge_request_single")
        #expect(single.id == 84 && single.iid == 14 && single.projectID == 3)
        #expect(single.state == .opened && !single.isDraft)
        #expect(single.createdAt == instant("2026-01-16T05:56:22.053Z"))
        #expect(single.updatedAt == instant("2026-01-16T09:10:11.470Z"))
        #expect(single.targetBranch == "main" && single.sourceBranch == "feature/booking-validation")
        #expect(single.author?.username == "admin" && single.author?.id == 1)
        #expect(single.assignees.map(\.username) == ["axel.block"])
        #expect(single.reviewers.map(\.username) == ["jdoe"])
        #expect(single.sourceProjectID == 3 && single.targetProjectID == 3)
        #expect(single.labels == ["Community contribution", "Manage"])
        #expect(single.milestone?.dueDate == instant("2018-09-22"))
        #expect(single.detailedMergeStatus == .notApproved)
        #expect(single.sha == String(repeating: "8", count: 40))
        #expect(single.preparedAt == instant("2026-01-16T05:56:25Z"))
        #expect(single.timeStats?.timeEstimate == 0)
        #expect(single.changesCount == "7")
        #expect(single.latestBuildFinishedAt == instant("2026-01-16T06:01:35.145Z"))
        #expect(single.headPipeline?.finishedAt == instant("2026-01-16T06:01:35.145Z"))
        #expect(single.headPipeline?.coverage == 98.29)
        #expect(single.isFirstContribution == false)
        #expect(single.userNotesCount == 1 && single.hasConflicts == false)
        #expect(single.webURL?.path == "/my-group/my-project/-/merge_requests/14")
    }

    @Test("merged, closed and orphaned merge requests of a list keep who, when and where")
    func mergeRequestList() throws {
        let list: [MergeRequest] = try PublishedPayload.decode("merge_requests_list")
        let merged = list[1], closed = list[2]
        #expect(merged.state == .merged && merged.mergeUser?.id == 1)
        #expect(merged.mergedAt == instant("2026-01-15T10:00:00.000Z"))
        #expect(merged.mergeCommitSHA == String(repeating: "9", count: 40) && merged.squashCommitSHA == nil)
        #expect(merged.description == nil && merged.milestone == nil)
        #expect(closed.state == .closed && closed.closedAt == instant("2026-01-14T10:00:00Z"))
        #expect(closed.closedBy?.username == "ghost" && closed.sourceProjectID == nil)
        #expect(closed.mergedAt == nil && closed.mergeUser == nil && closed.preparedAt == nil)
    }

    @Test("notes keep author, time, kind and resolution")
    func notes() throws {
        let notes: [Note] = try PublishedPayload.decode("merge_request_notes")
        #expect(notes.map(\.type) == [.discussionNote, .diffNote, nil, nil])
        #expect(notes.map(\.isSystem) == [false, false, true, false])
        #expect(notes.map(\.isResolvable) == [true, true, false, false])
        #expect(notes.map(\.isResolved) == [true, false, false, false])
        #expect(notes[0].resolvedBy?.id == 1 && notes[0].resolvedAt == instant("2026-01-16T10:00:00Z"))
        #expect(notes[2].body == "approved this merge request")
        #expect(notes.allSatisfy { $0.author?.username == "jdoe" && $0.noteableType == .mergeRequest })
        #expect(notes.allSatisfy { $0.noteableID == 84 && $0.noteableIID == 14 && $0.projectID == 3 })
        #expect(notes.allSatisfy { $0.createdAt == instant("2026-01-16T09:03:50.221Z") && !$0.isInternal })
        #expect(
            try PublishedPayload.decode("issue_notes", as: [Note].self).map(\.noteableType) == [
                .issue, .issue,
            ])
    }

    @Test("approvals decode on Free and on Premium")
    func approvals() throws {
        let premium: MergeRequestApprovals = try PublishedPayload.decode("merge_request_approvals")
        #expect(premium.isApproved == true && premium.approvalsRequired == 2 && premium.approvalsLeft == 1)
        #expect(premium.approvedBy.map(\.user.id) == [4])
        #expect(premium.approvedBy.first?.approvedAt == instant("2026-01-16T09:05:00Z"))
        let free: MergeRequestApprovals = try PublishedPayload.decode("merge_request_approvals_free")
        #expect(free.isApproved == true && free.approvalsRequired == nil && free.approvalsLeft == nil)
        #expect(free.approvedBy.map(\.user.username) == ["jdoe"] && free.approvedBy.first?.approvedAt == nil)
    }

    @Test("commits keep their times through offsets, their parents and sizes")
    func commits() throws {
        let commits: [Commit] = try PublishedPayload.decode("commits_list_with_stats")
        #expect(commits[1].committedAt == instant("2021-09-20T06:06:12.300Z"))
        #expect(commits[1].authoredAt == commits[1].committedAt)
        #expect(commits[0].parentIDs == [commits[1].id])
        #expect(commits.map(\.stats?.additions) == [15, 1] && commits.map(\.stats?.total) == [25, 1])
        let single: Commit = try PublishedPayload.decode("commit_single")
        #expect(single.projectID == 3 && single.lastPipeline?.id == 8)
        let ofMergeRequest: [Commit] = try PublishedPayload.decode("merge_request_commits")
        #expect(ofMergeRequest.allSatisfy { $0.stats == nil && $0.authorEmail == "john@example.com" })
    }

    @Test("pipelines keep their status and times")
    func pipelines() throws {
        let single: Pipeline = try PublishedPayload.decode("pipeline_single")
        #expect(single.id == 46 && single.iid == 11 && single.projectID == 3)
        #expect(single.status == .success && single.source == .mergeRequestEvent && single.isTag == false)
        #expect(single.startedAt == instant("2026-01-16T05:57:05.100Z"))
        #expect(single.finishedAt == instant("2026-01-16T06:01:35.145Z"))
        #expect(single.duration == 270 && single.queuedDuration == 5 && single.coverage == 98.29)
        let list: [Pipeline] = try PublishedPayload.decode("pipelines_list")
        #expect(list.map(\.status) == [.success, .pending] && list.map(\.ref).last == "main")
        #expect(list.allSatisfy { $0.duration == nil && $0.createdAt == instant("2026-01-16T05:57:00.085Z") })
    }

    @Test("deployments keep environment, job and user; without a job too")
    func deployments() throws {
        let list: [Deployment] = try PublishedPayload.decode("deployments_list")
        #expect(list.map(\.id) == [42, 43] && list.map(\.iid) == [2, 3])
        #expect(list.map(\.status) == [.success, .running])
        #expect(list[0].deployable?.finishedAt == instant("2016-08-11T11:32:35.145Z"))
        #expect(list[0].deployable?.coverage == 97.5 && list[0].deployable?.duration == 0.173)
        #expect(list[0].deployable?.pipeline?.id == 6 && list[0].deployable?.commit?.createdAt != nil)
        #expect(list[1].deployable == nil)
        #expect(list.allSatisfy { $0.environment?.name == "production" && $0.environment?.id == 9 })
        #expect(list.allSatisfy { $0.updatedAt == instant("2016-08-11T11:34:01.123Z") && $0.user?.id == 1 })
        #expect(
            try PublishedPayload.decode("deployment_single", as: Deployment.self).pendingApprovalCount == 0)
        let environments: [Environment] = try PublishedPayload.decode("environments_list")
        #expect(environments.map(\.tier) == [.production, .development])
        #expect(environments.map(\.state) == [.available, .stopped])
    }

    @Test("issues and incidents keep state, type and times")
    func issues() throws {
        let issues: [GitLabAPI.Issue] = try PublishedPayload.decode("issues_list")
        #expect(issues.map(\.iid) == [6, 7] && issues.map(\.state) == [.closed, .opened])
        #expect(
            issues.map(\.issueType) == [.issue, .incident] && issues.map(\.severity) == [.unknown, .high])
        #expect(issues[0].closedAt == instant("2016-01-05T15:31:46.176Z") && issues[0].closedBy?.id == 1)
        #expect(issues[0].dueDate == instant("2016-07-22") && issues[0].labels == ["foo", "bar"])
        #expect(issues[1].closedAt == nil && issues[1].createdAt == instant("2016-01-04T15:31:51.081Z"))
    }

    @Test("state events and contribution events keep who did what when")
    func events() throws {
        let states: [ResourceStateEvent] = try PublishedPayload.decode("merge_request_state_events")
        #expect(states.map(\.state) == [.closed, .reopened] && states.map(\.resourceID) == [84, 84])
        #expect(states.map(\.createdAt).last == instant("2018-08-21T14:38:20.077Z"))
        let labels: [ResourceLabelEvent] = try PublishedPayload.decode("merge_request_label_events")
        #expect(labels.map(\.label?.name) == ["p1", nil] && labels.map(\.action) == [.add, .remove])
        let milestones: [ResourceMilestoneEvent] = try PublishedPayload.decode(
            "merge_request_milestone_events")
        #expect(milestones.map(\.milestone?.title) == ["v2.0"] && milestones.map(\.resourceID) == [84])
        let events: [Event] = try PublishedPayload.decode("events_list")
        #expect(events.map(\.action) == [.closed, .pushedTo, .commentedOn])
        #expect(
            events.map(\.targetType) == [.issue, nil, .note] && events.map(\.targetIID) == [82, nil, 1312])
        #expect(events[1].push?.commitCount == 1 && events[1].push?.ref == "main")
        #expect(events[2].note?.noteableIID == 14 && events.allSatisfy { $0.authorID == 1 })
    }

    @Test("projects, groups, users, tokens and versions keep what selection reads")
    func surroundings() throws {
        let project: Project = try PublishedPayload.decode("project_single")
        #expect(project.id == 3 && project.pathWithNamespace == "my-group/my-project")
        #expect(
            project.defaultBranch == "main" && project.isRepositoryEmpty == false
                && project.isArchived == false)
        #expect(
            project.visibility == .private && project.mergeMethod == .merge
                && project.squashOption == .defaultOff)
        #expect(project.permissions?.projectAccess == .maintainer && project.permissions?.groupAccess == nil)
        #expect(project.permissions?.highest == .maintainer && project.namespace?.fullPath == "my-group")
        #expect(
            project.mergeRequestsAccess == .enabled
                && project.lastActivityAt == instant("2026-01-17T10:00:00.123Z"))
        let simple: [Project] = try PublishedPayload.decode("projects_list_simple")
        #expect(simple.map(\.permissions) == [nil] && simple.map(\.isArchived) == [nil])
        let group: Group = try PublishedPayload.decode("group_single")
        #expect(group.id == 4 && group.fullPath == "twitter" && group.parentID == nil && !group.isArchived)
        let token: PersonalAccessToken = try PublishedPayload.decode("personal_access_token_self")
        #expect(
            token.scopes == [.api] && token.isActive && token.expiresAt == instant("2027-01-31")
                && token.userID == 3 && !token.isFineGrained)
        let user: User = try PublishedPayload.decode("user_current")
        #expect(user.username == "john_smith" && user.isBot == false && user.state == .active)
        let metadata: Metadata = try PublishedPayload.decode("version")
        #expect(metadata.isEnterprise == true && metadata.release == GitLabRelease(18, 11, 1))
    }
}
