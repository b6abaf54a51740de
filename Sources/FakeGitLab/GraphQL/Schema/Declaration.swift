extension GraphQL {
    /// A type as the schema's text declares it, for all releases at once.
    struct Declaration: Sendable {
        let kind: TypeDefinition.Kind
        let name: String
        var interfaces: [String] = []
        var members: [String] = []
        var directives: [Directive] = []
        var fields: [Member] = []
        /// Values of an enum.
        var values: [Member] = []

        /// A field, an argument, a member of an input object or a value of an enum.
        struct Member: Sendable {
            let name: String
            var type = TypeReference.named("")
            var arguments: [Member] = []
            var standard: Literal?
            var directives: [Directive] = []
        }
    }
}

extension [GraphQL.Directive] {
    subscript(name: String) -> GraphQL.Directive? { first { $0.name == name } }

    /// A text argument of a directive.
    func text(_ name: String, _ argument: String) -> String? {
        if case .string(let text)? = self[name]?[argument] { text } else { nil }
    }

    func number(_ name: String, _ argument: String) -> Int? {
        if case .int(let number)? = self[name]?[argument] { number } else { nil }
    }
}
