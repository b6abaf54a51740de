extension GraphQL {
    /// Where something stands in a text; both from 1, columns in bytes.
    struct Position: Hashable, Sendable {
        let line: Int
        let column: Int
    }

    /// A text that keeps the grammar: operations and the fragments they use.
    ///
    /// <https://spec.graphql.org/October2021/#sec-Document>
    struct Document: Sendable {
        var operations: [Operation] = []
        /// In the order written; two may bear the same name.
        var fragments: [Fragment] = []

        func fragment(_ name: String) -> Fragment? { fragments.first { $0.name == name } }
    }

    struct Operation: Sendable {
        enum Kind: String, Sendable { case query, mutation, subscription }

        let kind: Kind
        let name: String?
        let variables: [Variable]
        let directives: [Directive]
        let selections: [Selection]
        let position: Position
    }

    /// A variable as an operation declares it.
    struct Variable: Sendable {
        let name: String
        let type: TypeReference
        let standard: Literal?
        let position: Position
    }

    struct Fragment: Sendable {
        let name: String
        let condition: String
        let directives: [Directive]
        let selections: [Selection]
        let position: Position
    }

    indirect enum Selection: Sendable {
        case field(Field)
        case spread(name: String, directives: [Directive], position: Position)
        case inline(condition: String?, directives: [Directive], selections: [Selection], position: Position)
    }

    struct Field: Sendable {
        let alias: String?
        let name: String
        let arguments: [Argument]
        let directives: [Directive]
        let selections: [Selection]
        let position: Position

        /// The member of the answer it fills.
        var key: String { alias ?? name }
    }

    struct Argument: Sendable {
        let name: String
        let value: Literal
        let position: Position
    }

    struct Directive: Sendable {
        let name: String
        let arguments: [Argument]
        let position: Position

        subscript(name: String) -> Literal? { arguments.first { $0.name == name }?.value }
    }

    /// A value as it is written, variables not yet replaced.
    indirect enum Literal: Hashable, Sendable {
        case variable(String)
        case int(Int)
        case float(Double)
        case string(String)
        case bool(Bool)
        case null
        /// A name without quotes: a value of an enum.
        case word(String)
        case list([Literal])
        case object([Member])

        struct Member: Hashable, Sendable {
            let name: String
            let value: Literal
        }
    }

    /// A type as it is written: `[String!]!`.
    indirect enum TypeReference: Hashable, Sendable, CustomStringConvertible {
        case named(String)
        case list(TypeReference)
        case required(TypeReference)

        var description: String {
            switch self {
            case .named(let name): name
            case .list(let element): "[\(element)]"
            case .required(let type): "\(type)!"
            }
        }

        /// The name inside all brackets.
        var name: String {
            switch self {
            case .named(let name): name
            case .list(let type), .required(let type): type.name
            }
        }

        var isRequired: Bool { if case .required = self { true } else { false } }

        /// The same without an exclamation mark at the end.
        var nullable: TypeReference { if case .required(let type) = self { type } else { self } }
    }
}
