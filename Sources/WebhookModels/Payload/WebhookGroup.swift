public import GitLabVocabulary

/// The group an event belongs to.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/>
public struct WebhookGroup: Codable, Hashable, Sendable {
    public let id: GroupID?
    public let name: String?
    /// The last part of the path.
    public let path: String?
    /// With the groups above.
    public let fullPath: String?

    private enum CodingKeys: String, CodingKey {
        case name = "group_name"
        case path = "group_path"
        case id = "group_id"
        case fullPath = "full_path"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = fields.text(.name)
        path = fields.text(.path)
        id = fields.lenient(.id)
        fullPath = fields.text(.fullPath)
    }
}
