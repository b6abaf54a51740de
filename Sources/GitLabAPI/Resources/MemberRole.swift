public import GitLabVocabulary

/// A custom role that members can have; Ultimate only.
///
/// <https://docs.gitlab.com/api/member_roles/>
public struct MemberRole: Decodable, Hashable, Sendable {
    public let id: MemberRoleID
    /// Missing if GitLab hides it.
    public let name: String?
    /// `nil` if there is none.
    public let description: String?
    /// `nil` for roles of the whole instance.
    public let groupID: GroupID?
    /// The role it builds on.
    public let baseAccessLevel: AccessLevel?

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case description
        case groupID = "group_id"
        case baseAccessLevel = "base_access_level"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        name = fields.lenient(.name)
        description = fields.lenient(.description)
        groupID = fields.lenient(.groupID)
        baseAccessLevel = fields.lenient(.baseAccessLevel)
    }
}
