public import GitLabVocabulary

/// A user as GraphQL shows one.
///
/// <https://docs.gitlab.com/api/graphql/reference/#usercore>
public struct UserNode: Decodable, Hashable, Sendable {
    public let id: UserID
    public let username: String
    /// The full name; `nil` if GitLab hides it.
    public let name: String?
    public let state: UserState?
    /// Whether a token or service acts here and no person.
    public let isBot: Bool?

    private enum CodingKeys: String, CodingKey {
        case id, username, name, state
        case isBot = "bot"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let global: GlobalID<UserID> = try fields.required(.id)
        id = global.id
        username = try fields.required(.username)
        name = fields.lenient(.name)
        state = fields.lenient(.state)
        isBot = fields.optionalFlag(.isBot)
    }

    static let selection = "id username name state bot"
}
