import FakeGitLab
import Foundation
import Testing
import WireFormat

/// The samples of GitLab's answers beside the package, when they are there.
enum Samples {
    static let directory = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/gitlab/payloads/rest").standardizedFileURL

    static var areThere: Bool { FileManager.default.fileExists(atPath: directory.path) }

    /// The sample, or the first element of one that is a list.
    static func object(_ name: String) throws -> JSONValue {
        let value = try JSONValue(parsing: try Data(contentsOf: directory.appending(path: "\(name).json")))
        return value[0] ?? value
    }
}

@Suite("Shapes", .enabled(if: Samples.areThere, "the samples of GitLab's answers are not there"))
struct ShapeTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let sample: String
        let path: String
        /// Keys GitLab documents as optional, of a feature the world lacks or asked for by a parameter.
        var optional: Set<String> = []
        var testDescription: String { sample }
    }

    static let cases = [
        Case(sample: "version", path: "version"),
        Case(sample: "user_current", path: "user"),
        Case(sample: "user_single", path: "users/3"),
        Case(sample: "users_list", path: "users"),
        Case(sample: "personal_access_token_self", path: "personal_access_tokens/self"),
        Case(sample: "groups_list", path: "groups"),
        Case(sample: "group_single", path: "groups/acme?with_projects=false"),
        Case(sample: "group_subgroups", path: "groups/acme/subgroups"),
        Case(sample: "group_projects", path: "groups/acme/projects?simple=true"),
        Case(sample: "projects_list_simple", path: "projects?simple=true"),
        Case(sample: "project_single", path: "projects/1"),
        Case(sample: "members_list", path: "projects/1/members"),
        Case(sample: "merge_requests_list", path: "projects/1/merge_requests"),
        Case(
            sample: "merge_request_single", path: "projects/1/merge_requests/1",
            optional: ["diverged_commits_count", "rebase_in_progress"]),
        Case(
            sample: "merge_request_notes", path: "projects/1/merge_requests/1/notes",
            optional: ["resolved", "resolved_by", "resolved_at"]),
        Case(sample: "merge_request_approvals", path: "projects/1/merge_requests/1/approvals"),
        Case(sample: "merge_request_reviewers", path: "projects/1/merge_requests/1/reviewers"),
        Case(sample: "merge_request_approval_state", path: "projects/1/merge_requests/1/approval_state"),
        Case(sample: "merge_request_label_events", path: "projects/1/merge_requests/1/resource_label_events"),
        Case(
            sample: "merge_request_milestone_events",
            path: "projects/1/merge_requests/1/resource_milestone_events"),
        Case(sample: "merge_request_discussions", path: "projects/1/merge_requests/1/discussions"),
        Case(sample: "merge_request_closes_issues", path: "projects/1/merge_requests/1/closes_issues"),
        Case(
            sample: "merge_request_closes_issues_external",
            path: "projects/2/merge_requests/1/closes_issues"),
        Case(sample: "merge_request_commits", path: "projects/1/merge_requests/1/commits"),
        Case(sample: "merge_request_pipelines", path: "projects/1/merge_requests/1/pipelines"),
        Case(sample: "merge_request_state_events", path: "projects/1/merge_requests/1/resource_state_events"),
        Case(sample: "commits_list_with_stats", path: "projects/1/repository/commits?with_stats=true"),
        Case(sample: "commit_single", path: "projects/1/repository/commits/main"),
        Case(sample: "pipelines_list", path: "projects/1/pipelines"),
        Case(sample: "pipeline_single", path: "projects/1/pipelines/1"),
        Case(sample: "environments_list", path: "projects/1/environments"),
        Case(sample: "environment_single", path: "projects/1/environments/1"),
        Case(sample: "deployments_list", path: "projects/1/deployments"),
        Case(sample: "deployment_single", path: "projects/1/deployments/1"),
        Case(
            sample: "deployment_merge_requests", path: "projects/1/deployments/1/merge_requests"),
        Case(sample: "issues_list", path: "projects/1/issues"),
        Case(sample: "issue_single", path: "projects/1/issues/1"),
        Case(sample: "issue_notes", path: "projects/1/issues/1/notes"),
        Case(sample: "events_list", path: "projects/1/events?action=closed"),
        Case(sample: "labels_list", path: "projects/1/labels?with_counts=true"),
        Case(sample: "issue_time_stats", path: "projects/1/issues/1/time_stats"),
        Case(sample: "members_list", path: "projects/1/members/all"),
    ]

    /// A world that holds one of everything, none of it by chance.
    static func inquirer() throws -> Inquirer {
        var world = World(now: Inquirer.end)
        let author = world.addUser("ada", name: "Ada Byron")
        let reviewer = world.addUser("grace", name: "Grace Hopper")
        let reader = world.addUser("metrics")
        let group = world.addGroup("acme")
        world.addGroup("platform", parent: group)
        let project = try world.addProject("billing", group: group, creator: author)
        world.addMember(reader, toGroup: group, access: .reporter)
        for user in [author, reviewer] { world.addMember(user, toProject: project, access: .developer) }
        world.addToken("glpat-fake-metrics-reader", for: reader)
        world.requireApprovals(1, in: project, from: [reviewer])
        let iid = try world.openMergeRequest(
            in: project, by: author, title: "Fix", description: "Closes #1", sourceBranch: "fix",
            reviewers: [reviewer], labels: ["p1"])
        let milestone = world.addMilestone("v1", toProject: project)
        try world.setMilestone(milestone, ofMergeRequest: iid, in: project, by: author)
        try world.comment(on: iid, in: project, by: reviewer, body: "Why?", type: "DiscussionNote")
        try world.approve(iid, in: project, by: reviewer)
        try world.closeMergeRequest(iid, in: project, by: author)
        try world.reopenMergeRequest(iid, in: project, by: author)
        try world.createPipeline(forMergeRequest: iid, in: project, by: author)
        try world.merge(iid, in: project, by: author)
        try world.createPipeline(in: project, by: author)
        let production = world.addEnvironment("production", in: project)
        try world.deploy(to: production, by: author)
        let issue = try world.openIssue(in: project, by: author, title: "Down", type: "incident")
        try world.comment(onIssue: issue, in: project, by: author, body: "On it")
        try world.closeIssue(issue, in: project, by: author)
        try world.setLabels(["bug"], ofIssue: issue, in: project, by: author)
        let other = try world.addProject("ledger", group: group, creator: author)
        world.setExternalTracker("PROJ", of: other)
        try world.openMergeRequest(in: other, by: author, title: "Fix PROJ-1", sourceBranch: "fix")
        return Inquirer(fake: FakeGitLab(world: world, time: VirtualTime(Inquirer.end)))
    }

    @Test("an object has the keys of GitLab's own", arguments: cases)
    func keys(_ shape: Case) throws {
        let reply = try Self.inquirer().send("GET", shape.path)
        #expect(reply.status == 200)
        let value = try reply.json()
        let served = try #require(value[0] ?? (value.arrayValue == nil ? value : nil))
        let wanted = try Samples.object(shape.sample)
        let keys = { (object: JSONValue) in Set(object.objectValue?.keys ?? []).subtracting(shape.optional) }
        #expect(keys(wanted).subtracting(keys(served)).sorted() == [], "missing")
        #expect(keys(served).subtracting(keys(wanted)).sorted() == [], "unknown to GitLab")
    }

    @Test("what is embedded has the keys of GitLab's own", arguments: cases)
    func embeddedKeys(_ shape: Case) throws {
        let value = try Self.inquirer().json(shape.path)
        let served = value[0] ?? value
        let wanted = try Samples.object(shape.sample)
        for key in wanted.objectValue?.keys ?? [] {
            guard let ours = served[key]?.objectValue, let theirs = wanted[key]?.objectValue else { continue }
            let optional: Set = ["artifacts_file"]
            #expect(
                Set(theirs.keys).subtracting(optional) == Set(ours.keys).subtracting(optional), "in \(key)")
        }
    }

    @Test("the Free tier's approvals are four fields")
    func freeApprovals() throws {
        let inquirer = try Self.inquirer()
        inquirer.fake.change { $0.tier = .free }
        let served = try inquirer.json("projects/1/merge_requests/1/approvals")
        let wanted = try Samples.object("merge_request_approvals_free")
        #expect(Set(served.objectValue?.keys ?? []) == Set(wanted.objectValue?.keys ?? []))
    }

    @Test(
        "refusals have GitLab's own bodies",
        arguments: [
            ("error_401", "projects", "wrong"), ("error_401_expired", "projects", "expired"),
            ("error_401_revoked", "projects", "revoked"),
            ("error_404", "projects/999", "glpat-fake-metrics-reader"),
            ("error_404_generic", "no/such/route", "glpat-fake-metrics-reader"),
            ("error_400_param", "projects?per_page=0", "glpat-fake-metrics-reader"),
        ])
    func refusals(_ sample: String, _ path: String, _ token: String) throws {
        var inquirer = try Self.inquirer()
        inquirer.fake.change { world in
            world.addToken("expired", for: 1, expiresAt: Inquirer.end)
            world.addToken("revoked", for: 1, isRevoked: true)
        }
        inquirer.token = token
        #expect(try inquirer.json(path) == Samples.object("errors/\(sample)"))
    }
}
