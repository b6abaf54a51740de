public import Foundation
import WireFormat

/// What GitLab answers to a query: the data, what it cost, and what went wrong with parts of it.
public struct GraphQLAnswer<Value: Decodable & Sendable>: Decodable, Sendable {
    /// What the query asked for. Objects the token may not see are `nil` in it, without an error.
    public var value: Value
    /// Faults of parts; the fields they name are `nil` in `value`.
    public var failures: [GraphQLFailure]
    /// What the query cost; `nil` unless it asks for `queryComplexity { score limit }`.
    public var complexity: QueryComplexity?
    /// The server's clock when it answered, from the `Date` header (whole seconds).
    public var serverDate: Date?

    public init(
        value: Value, failures: [GraphQLFailure] = [], complexity: QueryComplexity? = nil,
        serverDate: Date? = nil
    ) {
        self.value = value
        self.failures = failures
        self.complexity = complexity
        self.serverDate = serverDate
    }

    private enum CodingKeys: String, CodingKey { case data, errors }
    private enum DataKeys: String, CodingKey { case queryComplexity }

    /// - Throws: the `GraphQLFailure` of an answer without data.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        failures = fields.list(.errors)
        guard fields.contains(.data), try !fields.decodeNil(forKey: .data) else {
            throw failures.first ?? GraphQLFailure(message: "the answer holds neither data nor errors")
        }
        do {
            value = try fields.decode(Value.self, forKey: .data)
        } catch {
            // A field that failed is null, and what needs it cannot be read: the failure says why.
            throw failures.first ?? error
        }
        complexity = try? fields.nestedContainer(keyedBy: DataKeys.self, forKey: .data)
            .decodeIfPresent(QueryComplexity.self, forKey: .queryComplexity)
    }
}

/// What a query cost, and what it may.
///
/// <https://docs.gitlab.com/api/graphql/#max-query-complexity>
public struct QueryComplexity: Decodable, Hashable, Sendable {
    public let score: Int
    public let limit: Int
}
