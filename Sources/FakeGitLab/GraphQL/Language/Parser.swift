extension GraphQL {
    /// Reads documents by recursive descent; the schema's own language is `Parser+Schema`.
    ///
    /// <https://spec.graphql.org/October2021/#sec-Appendix-Grammar-Summary>
    struct Parser {
        private static let maximumDepth = 200

        private var lexer: Lexer
        private(set) var lexeme: Lexeme
        private var depth = 0

        init(_ text: String) throws(SyntaxError) {
            lexer = Lexer(text)
            lexeme = try lexer.next()
        }

        static func document(_ text: String) throws(SyntaxError) -> Document {
            var parser = try Parser(text)
            var document = Document()
            guard parser.lexeme.kind != .end else {
                throw SyntaxError(message: "Unexpected end of document", position: nil)
            }
            while parser.lexeme.kind != .end {
                if parser.isAt("fragment") {
                    document.fragments.append(try parser.fragment())
                } else {
                    document.operations.append(try parser.operation())
                }
            }
            return document
        }

        // MARK: Definitions

        private mutating func operation() throws(SyntaxError) -> Operation {
            let position = lexeme.position
            if lexeme.kind == .sign(UInt8(ascii: "{")) {
                return Operation(
                    kind: .query, name: nil, variables: [], directives: [], selections: try selections(),
                    position: position)
            }
            guard lexeme.kind == .name, let kind = Operation.Kind(rawValue: lexeme.text) else {
                throw expected("one of LCURLY, QUERY, MUTATION, SUBSCRIPTION, FRAGMENT")
            }
            try advance()
            let name = lexeme.kind == .name ? try self.name() : nil
            var variables: [Variable] = []
            if try take("(") { repeat { variables.append(try variable()) } while try !take(")") }
            return Operation(
                kind: kind, name: name, variables: variables, directives: try directives(),
                selections: try selections(), position: position)
        }

        private mutating func variable() throws(SyntaxError) -> Variable {
            let position = lexeme.position
            try expect("$")
            let name = try self.name()
            try expect(":")
            let type = try self.type()
            let standard = try take("=") ? try value(isConstant: true) : nil
            _ = try directives()
            return Variable(name: name, type: type, standard: standard, position: position)
        }

        private mutating func fragment() throws(SyntaxError) -> Fragment {
            let position = lexeme.position
            try advance()
            guard !isAt("on") else { throw expected("NAME") }
            let name = try self.name()
            guard isAt("on") else { throw expected("ON") }
            try advance()
            return Fragment(
                name: name, condition: try self.name(), directives: try directives(),
                selections: try selections(), position: position)
        }

        // MARK: Selections

        private mutating func selections() throws(SyntaxError) -> [Selection] {
            depth += 1
            defer { depth -= 1 }
            guard depth < Self.maximumDepth else { throw expected("a shallower document") }
            try expect("{")
            var result: [Selection] = []
            repeat { result.append(try selection()) } while try !take("}")
            return result
        }

        private mutating func selection() throws(SyntaxError) -> Selection {
            let position = lexeme.position
            guard lexeme.kind == .spread else { return .field(try field()) }
            try advance()
            if lexeme.kind == .name, !isAt("on") {
                return .spread(name: try name(), directives: try directives(), position: position)
            }
            var condition: String?
            if isAt("on") {
                try advance()
                condition = try name()
            }
            return .inline(
                condition: condition, directives: try directives(), selections: try selections(),
                position: position)
        }

        private mutating func field() throws(SyntaxError) -> Field {
            let position = lexeme.position
            var name = try self.name()
            var alias: String?
            if try take(":") {
                alias = name
                name = try self.name()
            }
            let arguments = try self.arguments()
            let directives = try self.directives()
            let hasSelections = lexeme.kind == .sign(UInt8(ascii: "{"))
            return Field(
                alias: alias, name: name, arguments: arguments, directives: directives,
                selections: hasSelections ? try selections() : [], position: position)
        }

        private mutating func arguments(areConstant: Bool = false) throws(SyntaxError) -> [Argument] {
            guard try take("(") else { return [] }
            var result: [Argument] = []
            repeat {
                let position = lexeme.position
                let name = try self.name()
                try expect(":")
                result.append(
                    Argument(name: name, value: try value(isConstant: areConstant), position: position))
            } while try !take(")")
            return result
        }

        mutating func directives() throws(SyntaxError) -> [Directive] {
            var result: [Directive] = []
            while lexeme.kind == .sign(UInt8(ascii: "@")) {
                let position = lexeme.position
                try advance()
                result.append(Directive(name: try name(), arguments: try arguments(), position: position))
            }
            return result
        }

        // MARK: Values and types

        mutating func value(isConstant: Bool) throws(SyntaxError) -> Literal {
            depth += 1
            defer { depth -= 1 }
            guard depth < Self.maximumDepth else { throw expected("a shallower value") }
            let lexeme = self.lexeme
            switch lexeme.kind {
            case .int:
                try advance()
                return Int(lexeme.text).map { .int($0) } ?? .float(Double(lexeme.text) ?? 0)
            case .float:
                try advance()
                return .float(Double(lexeme.text) ?? 0)
            case .string:
                try advance()
                return .string(lexeme.text)
            case .name:
                try advance()
                switch lexeme.text {
                case "true": return .bool(true)
                case "false": return .bool(false)
                case "null": return .null
                default: return .word(lexeme.text)
                }
            case .sign(UInt8(ascii: "$")) where !isConstant:
                try advance()
                return .variable(try name())
            case .sign(UInt8(ascii: "[")):
                try advance()
                var elements: [Literal] = []
                while try !take("]") { elements.append(try value(isConstant: isConstant)) }
                return .list(elements)
            case .sign(UInt8(ascii: "{")):
                try advance()
                var members: [Literal.Member] = []
                while try !take("}") {
                    let name = try self.name()
                    try expect(":")
                    members.append(.init(name: name, value: try value(isConstant: isConstant)))
                }
                return .object(members)
            default: throw expected("one of NAME, INT, FLOAT, STRING, LBRACKET, LCURLY, VAR_SIGN")
            }
        }

        mutating func type() throws(SyntaxError) -> TypeReference {
            var type: TypeReference
            if try take("[") {
                type = .list(try self.type())
                try expect("]")
            } else {
                type = .named(try name())
            }
            return try take("!") ? .required(type) : type
        }

        // MARK: Lexemes

        mutating func advance() throws(SyntaxError) { lexeme = try lexer.next() }

        func isAt(_ word: String) -> Bool { lexeme.kind == .name && lexeme.text == word }

        mutating func name() throws(SyntaxError) -> String {
            guard lexeme.kind == .name else { throw expected("NAME") }
            let text = lexeme.text
            try advance()
            return text
        }

        mutating func take(_ sign: UnicodeScalar) throws(SyntaxError) -> Bool {
            guard lexeme.kind == .sign(UInt8(ascii: sign)) else { return false }
            try advance()
            return true
        }

        mutating func expect(_ sign: UnicodeScalar) throws(SyntaxError) {
            guard try take(sign) else { throw expected(Lexeme.name(of: UInt8(ascii: sign))) }
        }

        func expected(_ what: String) -> SyntaxError {
            let place = lexeme.position
            return SyntaxError(
                message:
                    "Expected \(what), actual: \(lexeme.description) at [\(place.line), \(place.column)]",
                position: place)
        }
    }
}
