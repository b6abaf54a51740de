import WireFormat

/// One of the `errors` of an answer to a query.
public struct GraphQLFailure: Error, Decodable, Hashable, Sendable {
    public var message: String
    /// Where in the answer; empty when the whole query is meant.
    public var path: [String]
    /// GitLab's word for it, where it has one (`undefinedField`, …).
    public var code: String?

    public init(message: String, path: [String] = [], code: String? = nil) {
        self.message = message
        self.path = path
        self.code = code
    }

    private enum CodingKeys: String, CodingKey { case message, path, extensions }
    private enum ExtensionKeys: String, CodingKey { case code }

    private struct Step: Decodable {
        let text: String
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let index = try? container.decode(Int.self) {
                text = String(index)
            } else {
                text = try container.decode(String.self)
            }
        }
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        message = fields.text(.message) ?? ""
        let steps: [Step] = fields.list(.path)
        path = steps.map(\.text)
        code = try? fields.nestedContainer(keyedBy: ExtensionKeys.self, forKey: .extensions)
            .decodeIfPresent(String.self, forKey: .code)
    }
}

extension GitLabError {
    /// - Parameter query: the operation's name.
    public init(_ failure: GraphQLFailure, of query: String) {
        self.init(failure.errorCode, request: "POST graphql \(query)", detail: failure.message)
    }
}

extension GraphQLFailure {
    /// What it means for who sent the query.
    var errorCode: GitLabError.Code {
        let said = message.lowercased()
        if said.contains("complexity") || said.contains("timed out") || said.contains("max depth") {
            return .queryTooComplex
        }
        if said.contains("rate limit") || said.contains("too many requests") { return .rateLimited }
        if said.contains("invalid token") { return .invalidToken }
        if said.contains("internal server error") { return .serverFault }
        if said.contains("does not exist or you don't have permission") { return .notFound }
        return .invalidQuery
    }
}
