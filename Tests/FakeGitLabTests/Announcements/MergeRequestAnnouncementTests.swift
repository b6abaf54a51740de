import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Announcements of merge requests")
struct MergeRequestAnnouncementTests {
    static func opened(_ version: GitLabVersion = .v19, tier: Tier = .ultimate) throws -> (
        AnnouncementScene, Int
    ) {
        var scene = try AnnouncementScene(version: version, tier: tier)
        let (project, author) = (scene.project, scene.author)
        let iid = try scene.world.openMergeRequest(
            in: project, by: author, title: "Draft: Retry", sourceBranch: "retry")
        return (scene, iid)
    }

    @Test("opening tells of the branch, then of the merge request, reviewers and all")
    func opening() throws {
        var scene = try AnnouncementScene()
        let (project, author, reviewer) = (scene.project, scene.author, scene.reviewer)
        let told = try scene.told { world in
            try world.openMergeRequest(
                in: project, by: author, title: "Retry", sourceBranch: "retry", reviewers: [reviewer],
                assignee: author, labels: ["bug"])
        }
        #expect(
            told.map(\.name) == [
                "Push Hook push", "System Hook repository_update", "Merge Request Hook open",
            ])
        let body = try #require(told.last?.body)
        #expect(body["user"]?["username"] == "alex")
        #expect(body["user"]?["email"] == "[REDACTED]")
        #expect(body["object_attributes"]?["reviewer_ids"] == [.int(reviewer)])
        #expect(body["reviewers"]?[0]?["state"] == "unreviewed")
        #expect(body["labels"]?[0]?["title"] == "bug")
        #expect(body["object_attributes"]?["created_at"] == "2026-01-09 23:11:40 UTC")
        #expect(told.last?.systemBody == body)
    }

    @Test("what changed is told by its previous and its current value, and nothing else")
    func changes() throws {
        var (scene, iid) = try Self.opened()
        let (project, author, reviewer) = (scene.project, scene.author, scene.reviewer)
        func changes(_ scene: inout AnnouncementScene, _ change: (inout World) throws -> Void) throws
            -> [String: JSONValue]
        {
            let told = try scene.told(change)
            #expect(told.map(\.name) == ["Merge Request Hook update"])
            let members = told.first?.body?["changes"]?.objectValue?.members ?? []
            return Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
        }
        let ready = try changes(&scene) { try $0.setDraft(false, of: iid, in: project, by: author) }
        #expect(ready["draft"] == ["previous": true, "current": false])
        #expect(ready["title"] == ["previous": "Draft: Retry", "current": "Retry"])
        #expect(ready["updated_by_id"] == ["previous": nil, "current": .int(author)])
        #expect(
            Set(ready.keys) == [
                "draft", "title", "updated_at", "updated_by_id", "last_edited_at", "last_edited_by_id",
            ])
        let labels = try changes(&scene) {
            try $0.setLabels(["bug"], ofMergeRequest: iid, in: project, by: author)
        }
        #expect(Set(labels.keys) == ["labels", "updated_at"])
        #expect(labels["labels"]?["previous"] == [])
        #expect(labels["labels"]?["current"]?[0]?["title"] == "bug")
        let asked = try changes(&scene) {
            try $0.requestReview(of: iid, in: project, from: [reviewer], by: author)
        }
        #expect(Set(asked.keys) == ["reviewers", "updated_at"])
        let again = try changes(&scene) {
            try $0.requestReviewAgain(of: iid, in: project, from: reviewer, by: author)
        }
        #expect(again["reviewers"]?[1]?[0]?["re_requested"] == true)
        let time = try changes(&scene) {
            _ = try $0.spend(5400, onMergeRequest: iid, in: project, by: author)
        }
        #expect(time["time_change"] == ["previous": 0, "current": 5400])
        #expect(time["total_time_spent"] == ["previous": 0, "current": 5400])
    }

    @Test("a push tells the head before it, and only a push does")
    func pushing() throws {
        var (scene, iid) = try Self.opened()
        let (project, author) = (scene.project, scene.author)
        let head = scene.world.commitSHAs(of: iid, in: project).last ?? ""
        let told = try scene.told { try $0.push(25, to: iid, in: project, by: author) }
        #expect(
            told.map(\.name) == [
                "Push Hook push", "System Hook repository_update", "Merge Request Hook update",
            ])
        #expect(told.last?.attribute("oldrev") == .string(head))
        let push = try #require(told.first?.body)
        #expect(push["before"] == .string(head))
        #expect(push["after"] == push["commits"]?.arrayValue?.last?["id"])
        #expect(push["commits"]?.arrayValue?.count == 20)
        #expect(push["total_commits_count"] == 25)
        #expect(told.first?.systemBody?["commits"] == [])
        #expect(told.first?.branch == "retry")
        let closed = try scene.told { try $0.closeMergeRequest(iid, in: project, by: author) }
        #expect(closed.first?.attribute("oldrev") == nil)
    }

    @Test("the approval that completes the requirement is approved instead of approval; on Free every one")
    func approvals() throws {
        for (tier, names) in [
            (Tier.premium, ["approval", "approved", "unapproved", "unapproval"]),
            (.free, ["approved", "approved", "unapproved", "unapproved"]),
        ] {
            var (scene, iid) = try Self.opened(tier: tier)
            let (project, author, reviewer) = (scene.project, scene.author, scene.reviewer)
            scene.world.requireApprovals(2, in: project)
            let told = try scene.told { world in
                try world.approve(iid, in: project, by: author)
                try world.approve(iid, in: project, by: reviewer)
                try world.unapprove(iid, in: project, by: reviewer)
                try world.unapprove(iid, in: project, by: author)
            }
            #expect(told.map { $0.attribute("action")?.stringValue } == names)
            #expect(told.allSatisfy { $0.body?["changes"] == [:] })
        }
    }

    @Test(
        "merging tells of the merge out of the lock, of the target branch and of the source branch that went",
        arguments: MergeMethod.allCases, [false, true])
    func merging(_ method: MergeMethod, isSquash: Bool) throws {
        var scene = try AnnouncementScene()
        let (group, author) = (scene.group, scene.author)
        let project = try scene.world.addProject("api", group: group, mergeMethod: method, creator: author)
        let iid = try scene.world.openMergeRequest(
            in: project, by: author, title: "Retry", sourceBranch: "retry", isSquash: isSquash)
        let before = scene.world.head(of: project)
        let told = try scene.told { try $0.merge(iid, in: project, by: author) }
        #expect(
            told.map(\.name) == [
                "Merge Request Hook merge", "Push Hook push", "System Hook repository_update",
                "Push Hook push", "System Hook repository_update",
            ])
        #expect(told[0].body?["changes"]?["state_id"] == ["previous": 4, "current": 3])
        #expect(told[0].attribute("state") == "merged")
        #expect(told[0].attribute("merged_at") == told[0].attribute("updated_at"))
        #expect(told[1].body?["before"]?.stringValue == before)
        #expect(told[1].body?["after"]?.stringValue == scene.world.head(of: project))
        #expect(told[1].branch == "main")
        #expect(told[3].body?["checkout_sha"] == .null)
        #expect(told[3].branch == "retry")
    }

    @Test("nothing is told of deletions, of system notes and where nobody listens")
    func silence() throws {
        var (scene, iid) = try Self.opened()
        let (project, author) = (scene.project, scene.author)
        let note = try scene.world.comment(on: iid, in: project, by: author, body: "Hm")
        #expect(try scene.names { try $0.deleteNote(note) } == [])
        #expect(try scene.names { try $0.deleteMergeRequest(iid, in: project) } == [])
        #expect(try Inquirer.small().fake.world.announcements.isEmpty)
    }

    @Test(
        "keys come with the versions that have them",
        arguments: [
            (GitLabVersion.v15, []), (.v17, ["prepared_at"]),
            ("18.10.0-ee", ["prepared_at", "merged_at", "actioned_at"]),
        ] as [(GitLabVersion, [String])])
    func versions(_ version: GitLabVersion, _ keys: [String]) throws {
        let (scene, _) = try Self.opened(version)
        let attributes = try #require(scene.world.announcements.last?.body?["object_attributes"])
        for key in ["prepared_at", "merged_at", "actioned_at"] {
            #expect((attributes[key] != nil) == keys.contains(key), "\(version.text) \(key)")
        }
    }
}
