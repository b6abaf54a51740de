/// An answer about the one project or group of a path, which the query calls `found`.
public struct PathAnswer<Content: Decodable & Sendable>: Decodable, Sendable {
    /// `nil` when there is none under that path that the token may see.
    public var found: Content?
}

/// One list of a project or group.
public struct ProjectList<Node: Decodable & Sendable>: Decodable, Sendable {
    public var list: GraphQLConnection<Node>?
}

/// Several things of one kind, each under a name the query gave it.
public struct NamedAnswers<Content: Decodable & Sendable>: Decodable, Sendable {
    /// What GitLab does not show is missing.
    public var contents: [String: Content]

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Name.self)
        contents = [:]
        for name in fields.allKeys {
            contents[name.stringValue] = try fields.decodeIfPresent(Content.self, forKey: name)
        }
    }
}
