public import Foundation

/// A commit. Which files it changes is not kept.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#push-events>
public struct WebhookCommit: Codable, Hashable, Sendable {
    /// Who wrote the commit, in the words of the commit itself.
    public struct Author: Codable, Hashable, Sendable {
        public let name: String?
        /// As the commit says, not always an address.
        public let email: String?

        private enum CodingKeys: String, CodingKey {
            case name
            case email
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            name = fields.text(.name)
            email = fields.text(.email)
        }
    }

    /// The full SHA.
    public let id: String
    /// The whole of it; at rest only what it refers to.
    public internal(set) var message: String?
    /// First line of the message.
    public internal(set) var title: String?
    /// When it was committed, by the committer's clock; events do not tell when it was authored.
    public let timestamp: Date?
    /// The page a person sees.
    public let url: URL?
    public let author: Author?

    private enum CodingKeys: String, CodingKey {
        case id
        case message
        case title
        case timestamp
        case url
        case author
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        message = fields.text(.message)
        title = fields.text(.title) ?? message?.firstLine
        timestamp = fields.lenient(.timestamp)
        url = fields.lenient(.url)
        author = fields.lenient(.author)
    }

    mutating func dropTexts() { message = message?.references }
}

extension String {
    fileprivate var firstLine: String { String(prefix { !$0.isNewline }) }
}
