import WireFormat

/// Which fields and arguments an instance's GraphQL has: they come and go with its version and edition, and one
/// that is missing fails the whole query.
///
/// <https://docs.gitlab.com/api/graphql/#versioning-and-deprecations>
public struct GraphQLSchema: Hashable, Sendable {
    /// Arguments by field by type.
    public var types: [String: [String: Set<String>]]

    public init(types: [String: [String: Set<String>]]) { self.types = types }

    public func has(_ field: String, on type: String) -> Bool { types[type]?[field] != nil }

    public func has(argument: String, of field: String, on type: String) -> Bool {
        types[type]?[field]?.contains(argument) ?? false
    }

    /// Those of the fields that the type has, as they stand in a query.
    func selection(_ fields: String..., on type: String) -> String {
        fields.filter { has($0, on: type) }.joined(separator: " ")
    }
}

extension GraphQLQuery where Answer == GraphQLSchema {
    /// What the instance's GraphQL has of the types this package reads.
    ///
    /// <https://spec.graphql.org/October2021/#sec-Schema-Introspection>
    public static var schema: Self {
        let types = GraphQLSchema.typesRead.map { name in
            #"\#(name): __type(name: "\#(name)") { fields(includeDeprecated: true) { name args { name } } }"#
        }
        return Self("Schema", "query Schema { \(types.joined(separator: " ")) }")
    }
}

extension GraphQLSchema: Decodable {
    static let typesRead = [
        "Query", "Project", "Group", "MergeRequest", "Note", "Commit", "Issue", "Pipeline", "Environment",
        "Deployment", "UserCore", "Timelog",
    ]

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private struct ObjectType: Decodable {
        struct Field: Decodable {
            struct Argument: Decodable { let name: String }
            let name: String
            let args: [Argument]?
        }
        let fields: [Field]?
    }

    public init(from decoder: any Decoder) throws {
        let names = try decoder.container(keyedBy: Name.self)
        var types: [String: [String: Set<String>]] = [:]
        for key in names.allKeys {
            guard let type: ObjectType = names.lenient(key), let fields = type.fields else { continue }
            types[key.stringValue] = Dictionary(
                fields.map { ($0.name, Set(($0.args ?? []).map(\.name))) },
                uniquingKeysWith: { $0.union($1) })
        }
        self.init(types: types)
    }
}
