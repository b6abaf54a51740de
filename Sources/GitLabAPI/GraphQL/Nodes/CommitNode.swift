public import Foundation

/// A commit as GraphQL shows one.
///
/// <https://docs.gitlab.com/api/graphql/reference/#commit>
public struct CommitNode: Decodable, Hashable, Sendable {
    /// The SHA.
    public let sha: String
    public let title: String?
    public let message: String?
    public let authorName: String?
    public let authorEmail: String?
    public let authoredAt: Date?
    /// `nil` on old versions.
    public let committedAt: Date?

    private enum CodingKeys: String, CodingKey {
        case sha, title, message, authorName, authorEmail
        case authoredAt = "authoredDate"
        case committedAt = "committedDate"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        sha = try fields.required(.sha)
        title = fields.lenient(.title)
        message = fields.lenient(.message)
        authorName = fields.lenient(.authorName)
        authorEmail = fields.lenient(.authorEmail)
        authoredAt = try fields.optional(.authoredAt)
        committedAt = try fields.optional(.committedAt)
    }

    static func selection(_ schema: GraphQLSchema) -> String {
        """
        sha title message authorName authorEmail authoredDate \
        \(schema.selection("committedDate", on: "Commit"))
        """
    }
}
