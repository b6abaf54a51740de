public import GitLabVocabulary

/// A reviewer of a merge request, and what he has done about it.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#merge-request-events>
public struct WebhookReviewer: Codable, Hashable, Sendable {
    /// Missing in places.
    public let id: UserID?
    public let name: String?
    public let username: String?
    /// Missing in old versions.
    public let state: ReviewState?
    /// Whether this event asks him once more; missing in old versions.
    public let isReRequested: Bool?

    /// The person alone.
    public var user: WebhookUser { WebhookUser(id: id, name: name, username: username) }

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case username
        case state
        case isReRequested = "re_requested"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = fields.lenient(.id)
        name = fields.text(.name)
        username = fields.text(.username)
        state = fields.lenient(.state)
        isReRequested = fields.flag(.isReRequested)
    }
}
