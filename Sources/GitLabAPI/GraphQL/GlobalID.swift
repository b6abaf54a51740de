public import GitLabVocabulary

/// A thing's id as GraphQL writes it: `gid://gitlab/MergeRequest/84`. Its number is the thing's id in REST.
public struct GlobalID<ID: NumericID>: Decodable, Hashable, Sendable {
    public let id: ID

    public init(_ id: ID) { self.id = id }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard text.hasPrefix("gid://"), let tail = text.split(separator: "/").last, let id = ID(String(tail))
        else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no global id")
        }
        self.id = id
    }
}

extension GraphQLValue {
    /// - Parameter type: the class GitLab names in the id, `MergeRequest`.
    static func globalID(_ type: String, _ id: some NumericID) -> Self {
        .string("gid://gitlab/\(type)/\(id)")
    }
}
