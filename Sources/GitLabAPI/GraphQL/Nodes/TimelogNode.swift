public import Foundation
public import GitLabVocabulary

/// Time somebody booked on a merge request or issue.
///
/// <https://docs.gitlab.com/api/graphql/reference/#timelog>
public struct TimelogNode: Decodable, Hashable, Sendable {
    public let id: TimelogID
    /// Seconds; negative when time was taken off again.
    public let timeSpent: Int
    /// When the work was done, as its author says.
    public let spentAt: Date
    public let user: UserNode?

    private enum CodingKeys: String, CodingKey { case id, timeSpent, spentAt, user }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let global: GlobalID<TimelogID> = try fields.required(.id)
        id = global.id
        timeSpent = try fields.required(.timeSpent)
        spentAt = try fields.required(.spentAt)
        user = try fields.optional(.user)
    }

    /// `nil` on old versions, which give time logs no id: those cannot be told apart.
    static func selection(_ schema: GraphQLSchema) -> String? {
        guard schema.has("id", on: "Timelog") else { return nil }
        return "id timeSpent spentAt user { \(UserNode.selection) }"
    }
}
