public import Foundation
public import GitLabVocabulary

/// A comment or system note as GraphQL shows one. Where in the code it hangs is not asked for.
///
/// <https://docs.gitlab.com/api/graphql/reference/#note>
public struct NoteNode: Decodable, Hashable, Sendable {
    public let id: NoteID
    /// Of a system note, what was done, in English.
    public let body: String
    /// `nil` when GitLab names none.
    public let author: UserNode?
    public let createdAt: Date
    public let updatedAt: Date?
    public let isSystem: Bool
    /// Hidden from guests.
    public let isInternal: Bool
    public let isResolvable: Bool
    public let resolvedAt: Date?
    public let resolvedBy: UserNode?

    private enum CodingKeys: String, CodingKey {
        case id, body, author, createdAt, updatedAt, resolvedAt, resolvedBy, confidential
        case isSystem = "system"
        case isInternal = "internal"
        case isResolvable = "resolvable"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let global: GlobalID<NoteID> = try fields.required(.id)
        id = global.id
        body = try fields.required(.body)
        author = try fields.optional(.author)
        createdAt = try fields.required(.createdAt)
        updatedAt = try fields.optional(.updatedAt)
        isSystem = try fields.required(.isSystem)
        isInternal = fields.optionalFlag(.isInternal) ?? fields.flag(.confidential)
        isResolvable = fields.flag(.isResolvable)
        resolvedAt = try fields.optional(.resolvedAt)
        resolvedBy = try fields.optional(.resolvedBy)
    }

    static func selection(_ schema: GraphQLSchema) -> String {
        """
        id body system createdAt updatedAt resolvable resolvedAt \
        \(schema.selection("internal", "confidential", on: "Note")) \
        author { \(UserNode.selection) } resolvedBy { \(UserNode.selection) }
        """
    }
}
