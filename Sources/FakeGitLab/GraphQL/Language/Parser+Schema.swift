extension GraphQL.Parser {
    /// Reads a schema's text: scalars, types, interfaces, unions, enums and inputs; descriptions fall away.
    ///
    /// <https://spec.graphql.org/October2021/#sec-Type-System>
    static func declarations(_ text: String) throws(GraphQL.SyntaxError) -> [GraphQL.Declaration] {
        var parser = try GraphQL.Parser(text)
        var result: [GraphQL.Declaration] = []
        while parser.lexeme.kind != .end { result.append(try parser.declaration()) }
        return result
    }

    private mutating func declaration() throws(GraphQL.SyntaxError) -> GraphQL.Declaration {
        try skipDescription()
        let word = try name()
        let kinds: [String: GraphQL.TypeDefinition.Kind] = [
            "scalar": .scalar, "type": .object, "interface": .interface, "union": .union,
            "enum": .enumeration, "input": .input,
        ]
        guard let kind = kinds[word] else { throw expected("a declaration") }
        var result = GraphQL.Declaration(kind: kind, name: try name())
        if isAt("implements") {
            try advance()
            _ = try take("&")
            repeat { result.interfaces.append(try name()) } while try take("&")
        }
        result.directives = try directives()
        if kind == .union, try take("=") {
            _ = try take("|")
            repeat { result.members.append(try name()) } while try take("|")
        } else if kind != .scalar, kind != .union, try take("{") {
            while try !take("}") {
                if kind == .enumeration {
                    result.values.append(try value())
                } else {
                    result.fields.append(try member())
                }
            }
        }
        return result
    }

    private mutating func value() throws(GraphQL.SyntaxError) -> GraphQL.Declaration.Member {
        try skipDescription()
        let name = try name()
        return GraphQL.Declaration.Member(name: name, directives: try directives())
    }

    private mutating func member() throws(GraphQL.SyntaxError) -> GraphQL.Declaration.Member {
        try skipDescription()
        var member = GraphQL.Declaration.Member(name: try name())
        if try take("(") { while try !take(")") { member.arguments.append(try self.member()) } }
        try expect(":")
        member.type = try type()
        if try take("=") { member.standard = try value(isConstant: true) }
        member.directives = try directives()
        return member
    }

    private mutating func skipDescription() throws(GraphQL.SyntaxError) {
        if lexeme.kind == .string { try advance() }
    }
}
