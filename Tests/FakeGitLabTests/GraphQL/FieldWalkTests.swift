import Foundation
import Testing
import WireFormat

@testable import FakeGitLab

/// Every field of the schema can be asked, of every release and tier.
@Suite("GraphQL fields")
struct FieldWalkTests {
    /// Where an object of each type is found: what comes before its fields and after.
    static let places: [(type: String, path: [String])] = [
        ("Project", ["project(fullPath: $p)"]), ("Group", ["group(fullPath: \"acme\")"]),
        ("Metadata", ["metadata"]), ("QueryComplexity", ["queryComplexity"]),
        ("CurrentUser", ["currentUser"]),
        ("UserCore", ["users(first: 2)", "nodes"]),
        ("MergeRequest", ["project(fullPath: $p)", "mergeRequests(first: 2)", "nodes"]),
        ("MergeRequestAuthor", ["project(fullPath: $p)", "mergeRequests(first: 2)", "nodes", "author"]),
        (
            "UserMergeRequestInteraction",
            [
                "project(fullPath: $p)", "mergeRequests(first: 2)", "nodes", "author",
                "mergeRequestInteraction",
            ]
        ),
        (
            "MergeRequestReviewer",
            ["project(fullPath: $p)", "mergeRequests(first: 2)", "nodes", "reviewers", "nodes"]
        ),
        (
            "DiffStatsSummary",
            ["project(fullPath: $p)", "mergeRequests(first: 2)", "nodes", "diffStatsSummary"]
        ),
        ("DiffRefs", ["project(fullPath: $p)", "mergeRequests(first: 2)", "nodes", "diffRefs"]),
        (
            "TaskCompletionStatus",
            ["project(fullPath: $p)", "mergeRequests(first: 2)", "nodes", "taskCompletionStatus"]
        ),
        ("Note", ["project(fullPath: $p)", "mergeRequests(first: 2)", "nodes", "notes(first: 5)", "nodes"]),
        (
            "SystemNoteMetadata",
            [
                "project(fullPath: $p)", "mergeRequests(first: 2)", "nodes", "notes(first: 5)", "nodes",
                "systemNoteMetadata",
            ]
        ),
        (
            "Discussion",
            ["project(fullPath: $p)", "mergeRequests(first: 2)", "nodes", "discussions(first: 5)", "nodes"]
        ),
        (
            "Commit",
            ["project(fullPath: $p)", "mergeRequests(first: 2)", "nodes", "commits(first: 2)", "nodes"]
        ),
        (
            "MergeRequestResourceLabelEvent",
            [
                "project(fullPath: $p)", "mergeRequests(first: 2)", "nodes", "resourceLabelEvents(first: 2)",
                "nodes",
            ]
        ),
        ("MergeRequestConnection", ["project(fullPath: $p)", "mergeRequests(first: 2)"]),
        ("PageInfo", ["project(fullPath: $p)", "mergeRequests(first: 2)", "pageInfo"]),
        ("Pipeline", ["project(fullPath: $p)", "pipelines(first: 5)", "nodes"]),
        ("CiJob", ["project(fullPath: $p)", "jobs(first: 5)", "nodes"]),
        ("CiStage", ["project(fullPath: $p)", "jobs(first: 5)", "nodes", "stage"]),
        ("Environment", ["project(fullPath: $p)", "environments", "nodes"]),
        (
            "Deployment",
            ["project(fullPath: $p)", "environment(name: \"production\")", "deployments(first: 3)", "nodes"]
        ),
        ("Issue", ["project(fullPath: $p)", "issues(first: 5)", "nodes"]),
        ("IssueConnection", ["project(fullPath: $p)", "issues(first: 5)"]),
        ("Timelog", ["project(fullPath: $p)", "timelogs(first: 5)", "nodes"]),
        ("TimelogConnection", ["project(fullPath: $p)", "timelogs(first: 5)"]),
        ("Label", ["project(fullPath: $p)", "labels(first: 5)", "nodes"]),
        ("Milestone", ["project(fullPath: $p)", "milestones(first: 5)", "nodes"]),
        ("Release", ["project(fullPath: $p)", "releases(first: 5)", "nodes"]),
        ("Repository", ["project(fullPath: $p)", "repository"]),
        ("ProjectMember", ["project(fullPath: $p)", "projectMembers", "nodes", "... on ProjectMember"]),
        ("GroupMember", ["group(fullPath: \"acme\")", "groupMembers", "nodes"]),
        ("AccessLevel", ["group(fullPath: \"acme\")", "groupMembers", "nodes", "accessLevel"]),
    ]

    static let releases: [GitLabVersion] = [.v15, .v17, .v18, .v19, "19.5.0", "19.5.0-ee"]

    @Test("plain fields of every type answer without an error", arguments: releases, [Tier.free, .ultimate])
    func leaves(version: GitLabVersion, tier: Tier) throws {
        var world = try Inquirer.world(
            .init(seed: 7, projects: 2, mergeRequestsPerProject: 30, days: 30, end: Inquirer.end))
        world.version = version
        world.tier = tier
        let inquirer = Inquirer(fake: FakeGitLab(world: world, time: VirtualTime(Inquirer.end)))
        let path = try #require(world.projects[1]?.path)
        let schema = GraphQL.Schema.published(by: version)
        for place in Self.places {
            guard let type = schema[place.type], Self.exists(place.path, in: schema) else { continue }
            let leaves = type.fields.filter { field in
                schema[field.type.name]?.isComposite == false
                    && !field.arguments.contains(where: \.isMandatory)
            }.map(\.name)
            let body = (leaves + ["__typename"]).joined(separator: " ")
            let head = place.path.map { "\($0) { " }.joined()
            let variable = head.contains("$p") ? "($p: ID!)" : ""
            let query =
                "query Walk\(variable) { \(head)\(body)\(String(repeating: " }", count: place.path.count + 1))"
            let errors = try inquirer.errors(query, ["p": .string(path)])
            #expect(errors == [], "\(place.type) at \(version.text)")
        }
    }

    /// Whether the release has every field on the way.
    private static func exists(_ path: [String], in schema: GraphQL.Schema) -> Bool {
        var type = "Query"
        for step in path where !step.hasPrefix("...") {
            guard let field = schema[type]?.field(String(step.prefix { $0 != "(" })) else { return false }
            type = field.type.name
        }
        return true
    }

    @Test("a field of a later release is refused by an earlier one")
    func later() throws {
        let inquirer = try Inquirer.small()
        inquirer.fake.change { $0.version = .v15 }
        #expect(
            try inquirer.errors(#"{ project(fullPath: "a") { mergeRequest(iid: "1") { closedAt title } } }"#)
                == ["Field 'closedAt' doesn't exist on type 'MergeRequest'"])
        inquirer.fake.change { $0.version = .v19 }
        #expect(
            try inquirer.errors(#"{ project(fullPath: "a") { mergeRequest(iid: "1") { closedAt title } } }"#)
                == [])
    }

    @Test("without a licence, what needs one is null; the Community Edition does not know it")
    func tiers() throws {
        let inquirer = try Inquirer.small()
        let path = try inquirer.json("projects/1")["path_with_namespace"] ?? .null
        let query =
            "query Q($p: ID!) { project(fullPath: $p) { mergeRequests(first: 1) { nodes { approvalsLeft approvalsRequired } } } }"
        inquirer.fake.change { $0.tier = .premium }
        let licensed = try inquirer.data(query, ["p": path])["project", "mergeRequests", "nodes"]?[0]
        #expect(licensed?["approvalsLeft"]?.intValue != nil)
        inquirer.fake.change { $0.tier = .free }
        let free = try inquirer.data(query, ["p": path])["project", "mergeRequests", "nodes"]?[0]
        #expect(free?["approvalsLeft"] == .null)
        inquirer.fake.change { $0.version = "18.11.1" }
        #expect(
            try inquirer.errors(query, ["p": path]).first
                == "Field 'approvalsLeft' doesn't exist on type 'MergeRequest'")
    }
}
