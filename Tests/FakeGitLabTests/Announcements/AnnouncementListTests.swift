import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Lists of announcements")
struct AnnouncementListTests {
    @Test("issues: confidential ones have a header and a switch of their own")
    func issues() throws {
        var scene = try AnnouncementScene()
        let (project, author) = (scene.project, scene.author)
        let iid = try scene.world.openIssue(in: project, by: author, title: "It breaks")
        let told = try scene.told { world in
            try world.setWeight(3, ofIssue: iid, in: project, by: author)
            try world.setConfidential(true, issue: iid, in: project, by: author)
            _ = try world.comment(onIssue: iid, in: project, by: author, body: "Hush")
            try world.setConfidential(false, issue: iid, in: project, by: author)
        }
        #expect(
            told.map(\.name) == [
                "Issue Hook update", "Confidential Issue Hook update", "Confidential Note Hook create",
                "Issue Hook update",
            ])
        #expect(
            told.map(\.trigger) == [
                "issues_events", "confidential_issues_events", "confidential_note_events", "issues_events",
            ])
        #expect(told[1].body?["event_type"] == "confidential_issue")
        #expect(told[1].body?["changes"]?["confidential"] == ["previous": false, "current": true])
        #expect(told[0].body?["changes"]?["weight"] == ["previous": nil, "current": 3])
    }

    @Test("a moved issue is opened there, complete, and closed here")
    func moving() throws {
        var scene = try AnnouncementScene()
        let (project, author, group) = (scene.project, scene.author, scene.group)
        let other = try scene.world.addProject("api", group: group, creator: author)
        let iid = try scene.world.openIssue(in: project, by: author, title: "It breaks")
        try scene.world.assign(issue: iid, in: project, to: [author], by: author)
        let told = try scene.told { try $0.moveIssue(iid, in: project, to: other, by: author) }
        #expect(told.map(\.name) == ["Issue Hook open", "Issue Hook close"])
        #expect(told.map(\.project) == [other, project])
        #expect(told[0].attribute("assignee_ids") == [.int(author)])
        #expect(told[1].attribute("moved_to_id") == told[0].attribute("id"))
    }

    @Test("pipelines and their jobs tell each status once; those of blocked users and bridges nothing")
    func pipelines() throws {
        var scene = try AnnouncementScene()
        let (project, author) = (scene.project, scene.author)
        func run(_ world: inout World) throws {
            let id = try world.createPipeline(in: project, by: author)
            try world.addJob("unit", stage: "test", toPipeline: id)
            try world.startPipeline(id)
            try world.finishPipeline(id, status: "failed")
            try world.retryPipeline(id)
            try world.finishPipeline(id, status: "success")
        }
        let told = try scene.told(run)
        #expect(
            told.map(\.name) == [
                "Pipeline Hook pending", "Job Hook pending", "Job Hook running", "Pipeline Hook running",
                "Job Hook failed", "Pipeline Hook failed", "Job Hook pending", "Job Hook running",
                "Pipeline Hook running", "Job Hook success", "Pipeline Hook success",
            ])
        #expect(told.last?.body?["builds"]?.arrayValue?.count == 1)
        #expect(told.last?.attribute("detailed_status") == "passed")
        #expect(told[9].body?["retries_count"] == 1)
        let child = try scene.names { world in
            _ = try world.createDownstreamPipeline(of: world.pipelineIDs(in: project)[0])
        }
        #expect(child == ["Pipeline Hook pending"])
        try scene.world.blockUser(author)
        #expect(try scene.names(run) == [])
    }

    @Test("deployments tell that they run and how they end; skipped and blocked ones nothing of it")
    func deployments() throws {
        var scene = try AnnouncementScene()
        let (project, author) = (scene.project, scene.author)
        let place = scene.world.addEnvironment("production", in: project)
        let told = try scene.told { try $0.deploy(to: place, by: author, throughJob: false) }
        #expect(told.map(\.name) == ["Deployment Hook running", "Deployment Hook success"])
        #expect(told.last?.body?["deployable_id"] == .null)
        let skipped = try scene.names {
            try $0.deploy(to: place, by: author, status: "skipped", throughJob: false)
        }
        #expect(skipped == ["Deployment Hook running"])
    }

    @Test("one push of more than three refs is heard of only as a change of the repository")
    func manyRefs() throws {
        var scene = try AnnouncementScene()
        let (project, author) = (scene.project, scene.author)
        let three = try scene.names { try $0.pushBranches(["a", "b", "c"], in: project, by: author) }
        #expect(three == Array(repeating: "Push Hook push", count: 3) + ["System Hook repository_update"])
        let four = try scene.told { try $0.pushBranches(["d", "e", "f", "g"], in: project, by: author) }
        #expect(four.map(\.name) == ["System Hook repository_update"])
        #expect(four.first?.systemBody?["changes"]?.arrayValue?.count == 4)
    }

    @Test("a push takes the approvals away where the project wants it, on behalf of who pushed")
    func approvalsReset() throws {
        var scene = try AnnouncementScene()
        let (project, author, reviewer) = (scene.project, scene.author, scene.reviewer)
        scene.world.resetApprovals(onPushTo: project)
        let iid = try scene.world.openMergeRequest(in: project, by: author, title: "A", sourceBranch: "a")
        try scene.world.approve(iid, in: project, by: reviewer)
        let told = try scene.told { try $0.push(1, to: iid, in: project, by: author) }
        #expect(told.count == 4)
        #expect(told.last?.attribute("action") == "unapproved")
        #expect(told.last?.attribute("system") == true)
        #expect(told.last?.attribute("system_action") == "approvals_reset_on_push")
        #expect(told.last?.body?["user"]?["id"] == .int(author))
        #expect(scene.world.approvers(of: iid, in: project) == [])
    }

    @Test("groups: members, projects and subgroups come with Premium, for the instance always")
    func licences() throws {
        for (tier, count) in [(Tier.free, 0), (.premium, 3)] {
            var scene = try AnnouncementScene(tier: tier)
            let (group, reviewer) = (scene.group, scene.reviewer)
            let told = try scene.told { world in
                world.addMember(reviewer, toGroup: group, access: .developer)
                let below = world.addGroup("below", parent: group)
                try world.addProject("tool", group: below)
            }
            let headers = ["Member Hook", "Subgroup Hook", "Project Hook"]
            #expect(told.count { headers.contains($0.header) } == count)
            #expect(
                told.filter { $0.trigger == nil }.compactMap { $0.systemBody?["event_name"] } == [
                    "user_add_to_group", "group_create", "project_create",
                ])
        }
    }

    @Test("milestones are told of since 18.2, edits of comments since 16.11")
    func versions() throws {
        for (version, names) in [
            (GitLabVersion.v15, ["Note Hook note"]),
            (.v17, ["Note Hook create", "Note Hook update"]),
            (.v18, ["Milestone Hook create", "Note Hook create", "Note Hook update"]),
        ] {
            var scene = try AnnouncementScene(version: version)
            let (project, author) = (scene.project, scene.author)
            let iid = try scene.world.openIssue(in: project, by: author, title: "It breaks")
            let told = try scene.names { world in
                world.addMilestone("Spring", toProject: project)
                let note = try world.comment(onIssue: iid, in: project, by: author, body: "Soon")
                try world.editNote(note, body: "Later")
            }
            #expect(told == names)
        }
    }

    @Test("a renamed group takes its projects along, and only the group is told of")
    func groups() throws {
        var scene = try AnnouncementScene()
        let (group, project, author) = (scene.group, scene.project, scene.author)
        let iid = try scene.world.openIssue(in: project, by: author, title: "It breaks")
        let told = try scene.told { try $0.moveGroup(group, to: "bcme") }
        #expect(told.compactMap { $0.systemBody?["event_name"] } == ["group_rename"])
        #expect(told.first?.systemBody?["old_full_path"] == "acme")
        let update = try scene.told { try $0.closeIssue(iid, in: project, by: author) }
        #expect(update.first?.body?["project"]?["path_with_namespace"] == "bcme/web")
        #expect(
            update.first?.attribute("url") == "https://gitlab.example.com/bcme/web/-/issues/1")
        let top = scene.world.addGroup("top")
        try scene.world.transferGroup(group, toGroup: top)
        let moved = try scene.told { try $0.reopenIssue(iid, in: project, by: author) }
        #expect(moved.first?.body?["project"]?["path_with_namespace"] == "top/bcme/web")
        #expect(throws: WorldError.self) { try scene.world.transferGroup(top, toGroup: group) }
    }
}
