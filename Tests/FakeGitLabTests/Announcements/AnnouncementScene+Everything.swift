import FakeGitLab
import Foundation
import WireFormat

extension AnnouncementScene {
    /// Everything once that hooks hear of, and what they were told.
    static func everything() throws -> [Announcement] {
        var scene = try AnnouncementScene()
        scene.world.requireApprovals(2, in: scene.project)
        scene.world.resetApprovals(onPushTo: scene.project)
        try scene.reviewAndMerge()
        try scene.planAndTalk()
        try scene.buildAndShip()
        try scene.govern()
        return scene.world.announcements
    }

    private mutating func step(_ change: (inout World) throws -> Void) rethrows { _ = try told(change) }

    private mutating func reviewAndMerge() throws {
        let (project, author, reviewer) = (project, author, reviewer)
        var iid = 0
        try step { world in
            iid = try world.openMergeRequest(
                in: project, by: author, title: "Draft: Retry", description: "More", sourceBranch: "retry",
                reviewers: [reviewer], assignee: author, labels: ["bug"])
        }
        let id = iid
        let pipeline = try world.createPipeline(forMergeRequest: id, in: project, by: author)
        try step { try $0.finishPipeline(pipeline, status: "success") }
        try step { try $0.setDraft(false, of: id, in: project, by: author) }
        try step { try $0.removeReviewer(reviewer, of: id, in: project, by: author) }
        try step { try $0.requestReview(of: id, in: project, from: [reviewer], by: author) }
        try step { try $0.requestReviewAgain(of: id, in: project, from: reviewer, by: author) }
        try step { try $0.setLabels(["bug", "old"], ofMergeRequest: id, in: project, by: author) }
        try step { try $0.setAutoMerge(id, in: project, by: author) }
        try step { world in
            let note = try world.comment(
                on: id, in: project, by: reviewer, body: "Rename this", type: "DiffNote")
            try world.editNote(note, body: "Rename that")
            try world.resolveThread(of: note, by: author)
            try world.awardEmoji("thumbsup", onNote: note, by: author)
        }
        try step { try $0.approve(id, in: project, by: reviewer) }
        try step { try $0.unapprove(id, in: project, by: reviewer) }
        try step { try $0.approve(id, in: project, by: author) }
        try step { try $0.approve(id, in: project, by: reviewer) }
        try step { try $0.unapprove(id, in: project, by: reviewer) }
        try step { try $0.push(3, to: id, in: project, by: author) }
        try step { try $0.closeMergeRequest(id, in: project, by: author) }
        try step { try $0.reopenMergeRequest(id, in: project, by: author) }
        try step { try $0.approve(id, in: project, by: author) }
        try step { try $0.approve(id, in: project, by: reviewer) }
        try step { try $0.merge(id, in: project, by: author) }
    }

    private mutating func planAndTalk() throws {
        let (project, author, reviewer) = (project, author, reviewer)
        let head = world.head(of: project) ?? ""
        for type in ["issue", "incident", "task"] {
            var opened = 0
            try step { world in
                opened = try world.openIssue(
                    in: project, by: author, title: "It breaks", description: "Often", type: type,
                    labels: ["bug"], severity: "HIGH", assignees: [author])
            }
            let iid = opened
            try step { try $0.assign(issue: iid, in: project, to: [reviewer], by: author) }
            try step { try $0.setLabels(["old"], ofIssue: iid, in: project, by: author) }
            try step { try $0.editIssue(iid, in: project, title: "It broke", by: author) }
            try step { try $0.spend(1800, onIssue: iid, in: project, by: author) }
            try step { world in
                let note = try world.comment(onIssue: iid, in: project, by: author, body: "Soon")
                try world.awardEmoji("thumbsup", onNote: note, by: author)
            }
            try step { try $0.awardEmoji("eyes", onIssue: iid, in: project, by: author, isRevoked: true) }
            try step { try $0.closeIssue(iid, in: project, by: author) }
            try step { try $0.reopenIssue(iid, in: project, by: author) }
            try step { try $0.setConfidential(true, issue: iid, in: project, by: author) }
            try step { _ = try $0.comment(onIssue: iid, in: project, by: author, body: "Hush") }
        }
        try step { try $0.comment(onCommit: head, in: project, by: author, body: "Nice") }
        try step {
            try $0.comment(onSnippet: "Query", content: "select 1", in: project, by: author, body: "Why?")
        }
        try step { world in
            let milestone = world.addMilestone(
                "Spring", toProject: project, description: "Soon", starts: Self.start, due: Self.start)
            try world.setMilestone(milestone, isClosed: true)
            try world.setMilestone(milestone, isClosed: false)
        }
        try step { try $0.editWiki("Home page", content: "Hello", in: project, by: author) }
    }

    private mutating func buildAndShip() throws {
        let (project, author) = (project, author)
        try step { world in
            let id = try world.createPipeline(in: project, by: author, variables: ["PLACE": "eu"])
            for status in ["success", "failed"] {
                try world.addJob(status, stage: "test", toPipeline: id)
                try world.startPipeline(id)
                try world.finishPipeline(id, status: status)
            }
            let child = try world.createDownstreamPipeline(of: id)
            try world.addJob("child", stage: "test", toPipeline: child)
        }
        let place = world.addEnvironment("staging", in: project, externalURL: "https://staging.test")
        for status in ["success", "failed", "canceled"] {
            try step { try $0.deploy(to: place, by: author, status: status) }
        }
        try step { try $0.deploy(to: place, by: author, throughJob: false) }
        try step { world in
            try world.createTag("v1", in: project, message: "First", by: author)
            try world.createRelease(ofTag: "v1", in: project, description: "First", by: author)
            try world.editRelease(ofTag: "v1", in: project, description: "The first")
            try world.deleteTag("v1", in: project, by: author)
        }
        try step { try $0.createBranch("topic", in: project, by: author) }
        step { world in
            for step in 1...25 {
                world.commit(to: project, branch: "topic", title: "Step \(step)", author: author)
            }
        }
        try step { try $0.deleteBranch("topic", in: project, by: author) }
        try step { try $0.switchFeatureFlag("fast", isOn: true, in: project, by: author) }
        try step { try $0.tellOfVulnerability("Old gem", in: project, by: author, state: "confirmed") }
    }

    private mutating func govern() throws {
        let (group, project, author) = (group, project, author)
        world.addProjectToken("project-token", project: project, expiresAt: Self.start)
        world.addGroupToken("group-token", group: group, expiresAt: Self.start)
        try step { try $0.warnOfExpiry(ofToken: "project-token") }
        try step { try $0.warnOfExpiry(ofToken: "group-token") }
        try step { try $0.warnOfExpiry(ofDeployToken: "robot", inProject: project) }
        try step { world in
            let user = world.addUser("casey", name: "Casey")
            for request in AccessRequest.allCases {
                world.requestAccess(user, toGroup: group, request)
                world.requestAccess(user, toProject: project, request)
            }
            for access in [AccessLevel.guest, .owner] {
                world.addMember(user, toGroup: group, access: access, expires: Self.start)
                world.addMember(user, toProject: project, access: access)
            }
            try world.editProject(project, name: "Site", description: "What customers see")
            world.removeMember(user, fromProject: project)
            world.removeMember(user, fromGroup: group)
            try world.changeKey(of: user, key: "ssh-ed25519 AAAA casey")
            try world.changeKey(of: user, key: "ssh-ed25519 AAAA casey", isRemoved: true)
            try world.renameUser(user, to: "cas")
            try world.blockUser(user)
            try world.failLogin(of: user)
            world.deleteUser(user)
        }
        try step { world in
            let below = world.addGroup("below", parent: group)
            let moved = try world.addProject("tool", group: below, creator: author)
            try world.moveProject(moved, to: "kit")
            try world.transferProject(moved, toGroup: group)
            try world.moveGroup(below, to: "beneath")
            try world.deleteProject(moved)
            try world.deleteGroup(below)
        }
    }
}
