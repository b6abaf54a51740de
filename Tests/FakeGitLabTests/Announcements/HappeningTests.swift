import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Happenings")
struct HappeningTests {
    /// One act on the world, and all that hooks are told of it.
    struct Happening: Sendable, CustomTestStringConvertible {
        let name: String
        let told: [String]
        let act: @Sendable (inout World, Cast) throws -> Void

        var testDescription: String { name }

        init(
            _ name: String, _ told: [String], _ act: @escaping @Sendable (inout World, Cast) throws -> Void
        ) {
            self.name = name
            self.told = told
            self.act = act
        }
    }

    /// Whom and what acts are about.
    struct Cast: Sendable {
        let group: Int
        let project: Int
        let author: Int
        let reviewer: Int
        let request: Int
        let issue: Int
        let comment: Int
    }

    static let reviews = [
        Happening("retitle", ["Merge Request Hook update"]) {
            try $0.editMergeRequest($1.request, in: $1.project, title: "B", by: $1.author)
        },
        Happening("the same title", []) {
            try $0.editMergeRequest($1.request, in: $1.project, title: "A", by: $1.author)
        },
        Happening("describe", ["Merge Request Hook update"]) {
            try $0.editMergeRequest($1.request, in: $1.project, description: "B", by: $1.author)
        },
        Happening("draft", ["Merge Request Hook update"]) {
            try $0.setDraft(true, of: $1.request, in: $1.project, by: $1.author)
        },
        Happening("assign", ["Merge Request Hook update"]) {
            try $0.assign(mergeRequest: $1.request, in: $1.project, to: [$1.author], by: $1.author)
        },
        Happening("ask for a review", ["Merge Request Hook update"]) {
            try $0.requestReview(of: $1.request, in: $1.project, from: [$1.reviewer], by: $1.author)
        },
        Happening("estimate", ["Merge Request Hook update"]) {
            try $0.estimate(3600, forMergeRequest: $1.request, in: $1.project, by: $1.author)
        },
        Happening("automatic merge", ["Merge Request Hook update"]) {
            try $0.setAutoMerge($1.request, in: $1.project, by: $1.author)
        },
        Happening("approve", ["Merge Request Hook approved"]) {
            try $0.approve($1.request, in: $1.project, by: $1.reviewer)
        },
        Happening("review with a summary", ["Note Hook create"]) {
            try $0.review($1.request, in: $1.project, by: $1.reviewer, requestsChanges: true, body: "No")
        },
        Happening("close", ["Merge Request Hook close"]) {
            try $0.closeMergeRequest($1.request, in: $1.project, by: $1.author)
        },
        Happening("answer", ["Note Hook create"]) {
            try $0.reply(to: $1.comment, by: $1.reviewer, body: "Yes")
        },
        Happening("edit a comment", ["Note Hook update"]) { try $0.editNote($1.comment, body: "Hm") },
        Happening("resolve the only thread", ["Merge Request Hook update"]) {
            try $0.resolveThread(of: $1.comment, by: $1.author)
        },
        Happening("resolve a thread and open it again", ["Merge Request Hook update"]) {
            try $0.resolveThread(of: $1.comment, by: $1.author)
            try $0.resolveThread(of: $1.comment, by: $1.author, isResolved: false)
        },
        Happening("award", ["Emoji Hook award"]) {
            try $0.awardEmoji("eyes", onMergeRequest: $1.request, in: $1.project, by: $1.author)
        },
        Happening("delete a comment", []) { try $0.deleteNote($1.comment) },
        Happening("delete a merge request", []) { try $0.deleteMergeRequest($1.request, in: $1.project) },
    ]

    static let plans = [
        Happening("open an incident", ["Issue Hook open"]) {
            try $0.openIssue(in: $1.project, by: $1.author, title: "Down", type: "incident")
        },
        Happening("due day", ["Issue Hook update"]) {
            try $0.setDueDate(AnnouncementScene.start, ofIssue: $1.issue, in: $1.project, by: $1.author)
        },
        Happening("close and reopen", ["Issue Hook close", "Issue Hook reopen"]) {
            try $0.closeIssue($1.issue, in: $1.project, by: $1.author)
            try $0.reopenIssue($1.issue, in: $1.project, by: $1.author)
        },
        Happening("an internal comment", ["Confidential Note Hook create"]) {
            try $0.comment(onIssue: $1.issue, in: $1.project, by: $1.author, body: "Hush", isInternal: true)
        },
        Happening("time, and back", ["Issue Hook update", "Issue Hook update"]) {
            let id = try $0.spend(60, onIssue: $1.issue, in: $1.project, by: $1.author)
            try $0.deleteTimelog(id)
        },
        Happening("a milestone of a group", ["Milestone Hook create"]) {
            $0.addMilestone("Spring", toGroup: $1.group)
        },
        Happening("delete an issue", []) { try $0.deleteIssue($1.issue, in: $1.project) },
    ]

    static let code = [
        Happening("commit", ["Push Hook push", "System Hook repository_update"]) {
            $0.commit(to: $1.project, branch: "main", title: "Fix", author: $1.author)
        },
        Happening("branch", ["Push Hook push", "System Hook repository_update"]) {
            try $0.createBranch("b", in: $1.project)
        },
        Happening(
            "tag and release",
            ["Tag Push Hook tag_push", "System Hook repository_update", "Release Hook create"]
        ) {
            try $0.createTag("v1", in: $1.project, by: $1.author)
            try $0.createRelease(ofTag: "v1", in: $1.project, by: $1.author)
        },
    ]

    static let people = [
        Happening("add a user", ["System Hook user_create"]) { world, _ in world.addUser("kim") },
        Happening("rename a user", ["System Hook user_rename"]) {
            try $0.renameUser($1.reviewer, to: "robin2")
        },
        Happening("block a user", []) { try $0.blockUser($1.reviewer) },
        Happening("remove a user", ["System Hook user_destroy"]) { $0.deleteUser($1.reviewer) },
        Happening("a new role", ["System Hook user_update_for_team"]) {
            $0.addMember($1.reviewer, toProject: $1.project, access: .owner)
        },
        Happening(
            "join and leave a group",
            [
                "Member Hook user_add_to_group", "System Hook user_add_to_group",
                "Member Hook user_remove_from_group", "System Hook user_remove_from_group",
            ]
        ) {
            $0.addMember($1.reviewer, toGroup: $1.group, access: .guest)
            $0.removeMember($1.reviewer, fromGroup: $1.group)
        },
        Happening(
            "ask to join, and be denied",
            [
                "Member Hook user_access_request_to_group", "System Hook user_access_request_to_group",
                "Member Hook user_access_request_denied_for_group",
            ]
        ) {
            $0.requestAccess($1.reviewer, toGroup: $1.group)
            $0.requestAccess($1.reviewer, toGroup: $1.group, .denied)
        },
    ]

    static let places = [
        Happening(
            "a project comes",
            [
                "Project Hook project_create", "System Hook project_create", "Push Hook push",
                "System Hook repository_update",
            ]
        ) { try $0.addProject("api", group: $1.group, creator: $1.author) },
        Happening("a project goes", ["Project Hook project_destroy", "System Hook project_destroy"]) {
            try $0.deleteProject($1.project)
        },
        Happening("a project is renamed", ["System Hook project_rename"]) {
            try $0.moveProject($1.project, to: "site")
        },
        Happening(
            "a group comes and goes",
            [
                "Subgroup Hook subgroup_create", "System Hook group_create", "Subgroup Hook subgroup_destroy",
                "System Hook group_destroy",
            ]
        ) { try $0.deleteGroup($0.addGroup("below", parent: $1.group)) },
    ]

    @Test("are each told once", arguments: reviews + plans + code + people + places)
    func happening(_ happening: Happening) throws {
        var scene = try AnnouncementScene()
        let (project, author) = (scene.project, scene.author)
        let request = try scene.world.openMergeRequest(
            in: project, by: author, title: "A", sourceBranch: "a")
        let issue = try scene.world.openIssue(in: project, by: author, title: "A")
        let comment = try scene.world.comment(
            on: request, in: project, by: author, body: "A", type: "DiscussionNote")
        let cast = Cast(
            group: scene.group, project: project, author: author, reviewer: scene.reviewer, request: request,
            issue: issue, comment: comment)
        let told = try scene.told { try happening.act(&$0, cast) }
        #expect(told.map(\.name) == happening.told)
    }
}
