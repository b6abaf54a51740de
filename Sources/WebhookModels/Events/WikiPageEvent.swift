import GitLabVocabulary

/// A page of a wiki was created, changed or deleted. What is on it is not kept. GitLab does not tell when.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#wiki-page-events>
public struct WikiPageEvent: Codable, Hashable, Sendable {
    /// A page, without its content.
    public struct Page: Codable, Hashable, Sendable {
        public let title: String?
        /// The page as it stands in addresses.
        public let slug: String?
        public let action: WebhookAction?
        /// The commit that wrote it.
        public let versionSHA: String?

        private enum CodingKeys: String, CodingKey {
            case title
            case slug
            case action
            case versionSHA = "version_id"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            title = fields.text(.title)
            slug = fields.text(.slug)
            action = fields.lenient(.action)
            versionSHA = fields.text(.versionSHA)
        }
    }

    public let user: WebhookUser?
    /// Missing for a wiki of a group.
    public let project: WebhookProject?
    /// `object_attributes`.
    public let page: Page

    private enum CodingKeys: String, CodingKey {
        case user
        case project
        case page = "object_attributes"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        user = fields.lenient(.user)
        project = fields.lenient(.project)
        page = try fields.required(.page)
    }
}

extension WikiPageEvent: EventPayload {
    var projectID: ProjectID? { project?.id }
    var projectPath: String? { project?.path }
    var action: WebhookAction? { page.action }
    var subject: String? { "wiki" }
    var actor: WebhookUser? { user }
}
