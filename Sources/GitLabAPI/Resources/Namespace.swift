public import GitLabVocabulary

/// What a project lies in: a group, or a user's own space.
///
/// <https://docs.gitlab.com/api/namespaces/>
public struct Namespace: Decodable, Hashable, Sendable {
    /// Of a group, equal to its group id.
    public let id: NamespaceID
    /// Missing if GitLab hides it.
    public let name: String?
    /// Last part of `fullPath`; missing if GitLab hides it.
    public let path: String?
    /// `group` or `user`.
    public let kind: String
    /// `my-company/my-team`
    public let fullPath: String
    /// `nil` at the top.
    public let parentID: NamespaceID?

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case path
        case kind
        case fullPath = "full_path"
        case parentID = "parent_id"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        name = fields.lenient(.name)
        path = fields.lenient(.path)
        kind = try fields.required(.kind)
        fullPath = try fields.required(.fullPath)
        parentID = fields.lenient(.parentID)
    }
}
