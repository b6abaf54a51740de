public import GitLabVocabulary

/// A branch was pushed to, created or deleted. One event a branch; a push to more than three branches or tags at once
/// sends none at all. GitLab does not tell when.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#push-events>
public struct PushEvent: Codable, Hashable, Sendable {
    /// The head before; 40 zeros if the branch is new.
    public let before: String
    /// The head after; 40 zeros if the branch is gone.
    public let after: String
    /// `refs/heads/main`.
    public let ref: String
    /// Missing in old versions.
    public let isProtected: Bool?
    /// `nil` if the branch is gone.
    public let checkoutSHA: String?
    /// Who pushed.
    public let user: WebhookUser?
    public let projectID: ProjectID?
    public let project: WebhookProject
    /// The newest 20 at most, oldest first; `totalCommits` tells how many there are. None in hooks of the instance.
    public internal(set) var commits: [WebhookCommit]
    public let totalCommits: Int?

    /// The name of the branch.
    public var branch: String { ref.hasPrefix("refs/heads/") ? String(ref.dropFirst(11)) : ref }
    public var isCreation: Bool { before.isZeroSHA }
    public var isDeletion: Bool { after.isZeroSHA }
    /// Whether every commit of the push is in `commits`.
    public var isComplete: Bool { totalCommits == commits.count }

    private enum CodingKeys: String, CodingKey {
        case before
        case after
        case ref
        case isProtected = "ref_protected"
        case checkoutSHA = "checkout_sha"
        case projectID = "project_id"
        case project
        case commits
        case totalCommits = "total_commits_count"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        before = try fields.required(.before)
        after = try fields.required(.after)
        ref = try fields.required(.ref)
        isProtected = fields.flag(.isProtected)
        checkoutSHA = fields.text(.checkoutSHA)
        user = try FlatUser(from: decoder).user
        project = try fields.required(.project)
        projectID = fields.lenient(.projectID) ?? project.id
        commits = fields.list(.commits) ?? []
        totalCommits = fields.integer(.totalCommits)
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(before, forKey: .before)
        try fields.encode(after, forKey: .after)
        try fields.encode(ref, forKey: .ref)
        try fields.encodeIfPresent(isProtected, forKey: .isProtected)
        try fields.encodeIfPresent(checkoutSHA, forKey: .checkoutSHA)
        try FlatUser(user: user).encode(to: encoder)
        try fields.encodeIfPresent(projectID, forKey: .projectID)
        try fields.encode(project, forKey: .project)
        try fields.encode(commits, forKey: .commits)
        try fields.encodeIfPresent(totalCommits, forKey: .totalCommits)
    }
}

extension PushEvent: EventPayload {
    var projectPath: String? { project.path }
    var subject: String? { "branch/\(branch)" }
    var actor: WebhookUser? { user }

    mutating func dropTexts() {
        for index in commits.indices { commits[index].dropTexts() }
    }
}

extension String {
    /// What git writes where there is no commit.
    var isZeroSHA: Bool { !isEmpty && allSatisfy { $0 == "0" } }
}
