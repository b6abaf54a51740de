public import GitLabVocabulary

/// A feature flag was turned on or off. GitLab does not tell when.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#feature-flag-events>
public struct FeatureFlagEvent: Codable, Hashable, Sendable {
    /// A switch within a product.
    public struct Flag: Codable, Hashable, Sendable {
        public let id: FeatureFlagID
        public let name: String
        /// Whether it is on now.
        public let isActive: Bool?

        private enum CodingKeys: String, CodingKey {
            case id
            case name
            case isActive = "active"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            id = try fields.required(.id)
            name = try fields.required(.name)
            isActive = fields.flag(.isActive)
        }
    }

    public let project: WebhookProject?
    /// Who turned it.
    public let user: WebhookUser?
    /// `object_attributes`.
    public let flag: Flag

    private enum CodingKeys: String, CodingKey {
        case project
        case user
        case flag = "object_attributes"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        project = fields.lenient(.project)
        user = fields.lenient(.user)
        flag = try fields.required(.flag)
    }
}

extension FeatureFlagEvent: EventPayload {
    var projectID: ProjectID? { project?.id }
    var projectPath: String? { project?.path }
    var subject: String? { "feature_flag/\(flag.id)" }
    var actor: WebhookUser? { user }
}
