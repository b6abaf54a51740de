import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing
import WireFormat

/// An instance for one walk over the surface, and the things in it that calls name.
struct SurfaceScene: Sendable {
    let fake: FakeGitLab
    private let truth: World
    private static let end = Date(timeIntervalSince1970: 1_768_000_000)
    private static let world = Result {
        try WorldGenerator(.init(seed: 7, projects: 1, mergeRequestsPerProject: 40, days: 30, end: end))
            .world()
    }

    init() throws {
        truth = try Self.world.get()
        fake = FakeGitLab(world: truth, time: VirtualTime(Self.end))
    }

    /// Turns the instance into one of that release and tier.
    func run(_ version: GitLabVersion, _ tier: Tier) {
        fake.change { world in
            world.version = version
            world.tier = tier
        }
    }

    /// A private project of the group.
    var project: ProjectID { get throws { ProjectID(rawValue: try id(.projects) { _ in true }) } }

    /// The full path of that project.
    var path: String {
        get throws { try first(.projects) { _ in true }["path_with_namespace"]?.stringValue ?? "" }
    }

    /// The top-level group above everything.
    var group: GroupID {
        get throws { GroupID(rawValue: try id(.groups) { $0["parent_id"] == .null }) }
    }

    /// A person.
    var user: UserID { get throws { UserID(rawValue: try id(.users) { $0["username"] == "metrics" }) } }

    /// A merge request with all that one can have: commits, comments, pipelines, approvals, and merged.
    var mergeRequest: MergeRequestIID {
        get throws { MergeRequestIID(rawValue: try number(.mergeRequests) { $0["state"] == "merged" }) }
    }

    /// A closed issue with comments.
    var issue: IssueIID {
        get throws {
            IssueIID(
                rawValue: try number(.issues) {
                    $0["state"] == "closed" && ($0["user_notes_count"]?.intValue ?? 0) > 0
                })
        }
    }

    var pipeline: PipelineID {
        get throws {
            PipelineID(rawValue: try id(.pipelines) { $0["status"] == "success" })
        }
    }

    var job: JobID { get throws { JobID(rawValue: try id(.jobs) { $0["status"] == "success" }) } }

    /// One that started a child.
    var parentPipeline: PipelineID {
        get throws {
            let child = try first(.childPipelines) { _ in true }
            let parent = truth.pipelineIDs(in: try project.rawValue).first {
                truth.downstreamPipelineIDs(of: $0).contains(child["id"]?.intValue ?? 0)
            }
            return PipelineID(rawValue: try #require(parent))
        }
    }

    /// The first one to production after something was merged, which brought it.
    var deployment: DeploymentID {
        get throws {
            let merged = truth.objects(.mergeRequests).compactMap { $0["merged_at"]?.stringValue }.min()
            let since = try #require(merged)
            let first = truth.objects(.deployments).first {
                $0["status"] == "success" && $0["environment"]?["name"] == "production"
                    && ($0["created_at"]?.stringValue ?? "") > since
            }
            return DeploymentID(rawValue: try #require(first?["id"]?.intValue))
        }
    }

    var environment: EnvironmentID {
        get throws { EnvironmentID(rawValue: try id(.environments) { _ in true }) }
    }

    /// The head of the default branch.
    var sha: String {
        get throws { try #require(truth.objects(.commits).last?["id"]?.stringValue) }
    }

    /// The merge commit of some merge request.
    var mergedSHA: String {
        get throws {
            let merged = try first(.mergeRequests) { $0["merge_commit_sha"]?.stringValue != nil }
            return try #require(merged["merge_commit_sha"]?.stringValue)
        }
    }

    /// The end of history.
    var now: Date { Self.end }

    /// The newest thing of that kind of which the condition holds.
    func first(_ kind: World.Kind, where condition: (JSONValue) -> Bool) throws -> JSONValue {
        let found = truth.objects(kind).last(where: condition)
        return try #require(found, "nothing of \(kind) will do")
    }

    private func id(_ kind: World.Kind, where condition: (JSONValue) -> Bool) throws -> Int {
        try #require(try first(kind, where: condition)["id"]?.intValue)
    }

    private func number(_ kind: World.Kind, where condition: (JSONValue) -> Bool) throws -> Int {
        try #require(try first(kind, where: condition)["iid"]?.intValue)
    }

    /// A client of somebody new, with that role in the top-level group and a token of that one scope.
    func client(scope: String, role: SurfaceRole) throws -> GitLabClient {
        let token = "glpat-surface-\(scope)"
        let group = try group.rawValue
        fake.change { world in
            let user = world.addUser("walker", isAdministrator: role == .administrator)
            if let access = role.access { world.addMember(user, toGroup: group, access: access) }
            world.addToken(token, for: user, scopes: [scope])
        }
        return GitLabClient(
            instance: try InstanceURL("https://gitlab.test"),
            credentials: StaticCredential(AccessToken(token)),
            transport: FakeGitLabTransport(fake), time: fake.time)
    }
}
