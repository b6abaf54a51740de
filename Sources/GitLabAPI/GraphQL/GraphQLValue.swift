/// A value of a GraphQL variable.
public enum GraphQLValue: Hashable, Sendable, Encodable {
    case null
    case bool(Bool)
    case int(Int)
    case string(String)
    case list([GraphQLValue])
    case object([String: GraphQLValue])

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .int(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .list(let values): try container.encode(values)
        case .object(let fields): try container.encode(fields)
        }
    }
}

extension GraphQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(nilLiteral: ()) { self = .null }
}

extension GraphQLValue {
    /// `.null` for `nil`.
    public init(_ text: String?) { self = text.map { .string($0) } ?? .null }
}
