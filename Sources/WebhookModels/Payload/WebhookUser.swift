public import GitLabVocabulary

/// Somebody, as an event names him; avatar and e-mail are not kept.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/>
public struct WebhookUser: Codable, Hashable, Sendable {
    /// Missing in places.
    public let id: UserID?
    public let name: String?
    public let username: String?

    init(id: UserID?, name: String?, username: String?) {
        self.id = id
        self.name = name
        self.username = username
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case username
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = fields.lenient(.id)
        name = fields.text(.name)
        username = fields.text(.username)
    }
}
