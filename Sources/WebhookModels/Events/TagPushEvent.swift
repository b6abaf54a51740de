public import GitLabVocabulary

/// A tag was created, moved or deleted. GitLab does not tell when.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#tag-events>
public struct TagPushEvent: Codable, Hashable, Sendable {
    /// 40 zeros if the tag is new.
    public let before: String
    /// 40 zeros if the tag is gone. Of an annotated tag this is the tag itself, not the commit.
    public let after: String
    /// `refs/tags/v1.0`.
    public let ref: String
    /// Missing in old versions.
    public let isProtected: Bool?
    /// The commit; `nil` if the tag is gone.
    public let checkoutSHA: String?
    /// Who pushed.
    public let user: WebhookUser?
    public let projectID: ProjectID?
    public let project: WebhookProject

    /// The name of the tag.
    public var tag: String { ref.hasPrefix("refs/tags/") ? String(ref.dropFirst(10)) : ref }
    public var isCreation: Bool { before.isZeroSHA }
    public var isDeletion: Bool { after.isZeroSHA }

    private enum CodingKeys: String, CodingKey {
        case before
        case after
        case ref
        case isProtected = "ref_protected"
        case checkoutSHA = "checkout_sha"
        case projectID = "project_id"
        case project
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
    }
}

extension TagPushEvent: EventPayload {
    var projectPath: String? { project.path }
    var subject: String? { "tag/\(tag)" }
    var actor: WebhookUser? { user }
}
