public import GitLabVocabulary

/// A label; REST calls its title `name`.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/>
public struct WebhookLabel: Codable, Hashable, Sendable {
    public let id: LabelID?
    public let title: String
    /// `nil` for a label of a group.
    public let projectID: ProjectID?
    /// `nil` for a label of a project.
    public let groupID: GroupID?

    private enum CodingKeys: String, CodingKey {
        case id
        case title
        case projectID = "project_id"
        case groupID = "group_id"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = fields.lenient(.id)
        title = try fields.required(.title)
        projectID = fields.lenient(.projectID)
        groupID = fields.lenient(.groupID)
    }
}
