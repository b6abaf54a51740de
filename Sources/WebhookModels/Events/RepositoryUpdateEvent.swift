public import GitLabVocabulary

/// Somebody pushed; one event for all branches and tags of the push, told by hooks of the instance. GitLab does not tell
/// when.
///
/// <https://docs.gitlab.com/administration/system_hooks/>
public struct RepositoryUpdateEvent: Codable, Hashable, Sendable {
    /// A branch or tag that moved.
    public struct Change: Codable, Hashable, Sendable {
        /// 40 zeros if it is new.
        public let before: String
        /// 40 zeros if it is gone.
        public let after: String
        /// `refs/heads/main`, `refs/tags/v1.0`.
        public let ref: String
    }

    /// Who pushed.
    public let user: WebhookUser?
    public let projectID: ProjectID?
    public let project: WebhookProject?
    public let changes: [Change]
    /// Every branch and tag that moved.
    public let refs: [String]

    private enum CodingKeys: String, CodingKey {
        case eventName = "event_name"
        case projectID = "project_id"
        case project
        case changes
        case refs
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        user = try FlatUser(from: decoder).user
        project = fields.lenient(.project)
        projectID = fields.lenient(.projectID) ?? project?.id
        changes = fields.list(.changes) ?? []
        refs = fields.list(.refs) ?? changes.map(\.ref)
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode("repository_update", forKey: .eventName)
        try FlatUser(user: user).encode(to: encoder)
        try fields.encodeIfPresent(projectID, forKey: .projectID)
        try fields.encodeIfPresent(project, forKey: .project)
        try fields.encode(changes, forKey: .changes)
        try fields.encode(refs, forKey: .refs)
    }
}

extension RepositoryUpdateEvent: EventPayload {
    var projectPath: String? { project?.path }
    var actor: WebhookUser? { user }
}
