import GitLabVocabulary

/// Somebody as some events name him, among their other fields: `user_id`, `user_name`, `user_username`.
struct FlatUser: Codable, Hashable, Sendable {
    /// `nil` if the event names nobody.
    let user: WebhookUser?

    /// The key that is missing where nobody is named.
    static let identity: any CodingKey = CodingKeys.id

    init(user: WebhookUser?) { self.user = user }

    private enum CodingKeys: String, CodingKey {
        case id = "user_id"
        case name = "user_name"
        case username = "user_username"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let user = WebhookUser(
            id: fields.lenient(.id), name: fields.text(.name), username: fields.text(.username))
        self.user = user == WebhookUser(id: nil, name: nil, username: nil) ? nil : user
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encodeIfPresent(user?.id, forKey: .id)
        try fields.encodeIfPresent(user?.name, forKey: .name)
        try fields.encodeIfPresent(user?.username, forKey: .username)
    }
}
