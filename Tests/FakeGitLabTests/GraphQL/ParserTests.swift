import Testing

@testable import FakeGitLab

/// Documents after the examples of the GraphQL specification of October 2021.
@Suite("GraphQL grammar")
struct ParserTests {
    private func selections(_ text: String) throws -> [GraphQL.Selection] {
        try GraphQL.Parser.document(text).operations[0].selections
    }

    private func value(_ literal: String) throws -> GraphQL.Literal {
        guard case .field(let field) = try selections("{ f(a: \(literal)) }")[0] else { return .null }
        return field.arguments[0].value
    }

    @Test("operations have a kind, a name, variables with defaults, and directives")
    func operations() throws {
        let document = try GraphQL.Parser.document(
            """
            query Q($id: ID!, $sizes: [Int!]! = [1, 2], $deep: [[String]]) @include(if: true) { a }
            mutation { b }
            subscription S { c }
            """)
        #expect(document.operations.map(\.kind) == [.query, .mutation, .subscription])
        #expect(document.operations.map(\.name) == ["Q", nil, "S"])
        let variables = document.operations[0].variables
        #expect(variables.map(\.type.description) == ["ID!", "[Int!]!", "[[String]]"])
        #expect(variables[1].standard == .list([.int(1), .int(2)]))
        #expect(document.operations[0].directives.map(\.name) == ["include"])
    }

    @Test("keywords are names where names may stand")
    func keywords() throws {
        let fields = try selections("{ query fragment on true: false null type }")
        let names = fields.map { if case .field(let field) = $0 { field.key } else { "" } }
        #expect(names == ["query", "fragment", "on", "true", "null", "type"])
    }

    @Test("aliases, arguments, fragments named and inline, with and without a condition")
    func shapes() throws {
        let document = try GraphQL.Parser.document(
            """
            { small: pic(size: 64, unit: PX), ...Friend @skip(if: $no) ... on User { id } ... @include(if: $x) { a } }
            fragment Friend on User { id, name }
            """)
        let selections = document.operations[0].selections
        guard case .field(let field) = selections[0],
            case .spread(let name, let directives, _) = selections[1],
            case .inline(let condition, _, _, _) = selections[2],
            case .inline(let none, _, _, _) = selections[3]
        else {
            Testing.Issue.record("other shapes")
            return
        }
        #expect((field.alias, field.name) == ("small", "pic"))
        #expect(field.arguments.map(\.value) == [.int(64), .word("PX")])
        #expect((name, directives.count) == ("Friend", 1))
        #expect(condition == "User" && none == nil)
        #expect(document.fragment("Friend")?.condition == "User")
    }

    @Test(
        "values of every kind",
        arguments: [
            ("0", GraphQL.Literal.int(0)), ("-42", .int(-42)), ("1.5", .float(1.5)), ("-1e3", .float(-1000)),
            ("6.02E-2", .float(0.0602)), ("true", .bool(true)), ("null", .null), ("OPENED", .word("OPENED")),
            ("$v", .variable("v")), (#""""#, .string("")), (#""a\"b\\c\n\u00e9""#, .string("a\"b\\c\né")),
            (#""\uD83D\uDE00""#, .string("😀")), ("[]", .list([])),
            ("[1 2, 3]", .list([.int(1), .int(2), .int(3)])),
            ("{}", .object([])),
            (
                "{a: 1, b: {c: [X]}}",
                .object([
                    .init(name: "a", value: .int(1)),
                    .init(name: "b", value: .object([.init(name: "c", value: .list([.word("X")]))])),
                ])
            ),
        ])
    func values(text: String, expected: GraphQL.Literal) throws { #expect(try value(text) == expected) }

    @Test("block strings lose their shared indentation and the blank lines around")
    func blockStrings() throws {
        let text = "\"\"\"\n    Hello,\n      World!\n\n    Yours,\n      \\\"\"\"GraphQL\\\"\"\".\n  \"\"\""
        #expect(try value(text) == .string("Hello,\n  World!\n\nYours,\n  \"\"\"GraphQL\"\"\"."))
    }

    @Test("comments, commas and a byte order mark say nothing")
    func ignored() throws {
        #expect(try selections("\u{FEFF}# all\n{,a,,b # trailing\n}").count == 2)
    }

    @Test(
        "what breaks the grammar is named with its place",
        arguments: [
            ("", "Unexpected end of document", nil),
            ("{ }", "Expected NAME, actual: RCURLY (\"}\") at [1, 3]", GraphQL.Position(line: 1, column: 3)),
            ("{ a", "Expected NAME, actual: (none) at [1, 4]", GraphQL.Position(line: 1, column: 4)),
            (
                "{\n  a(b 1)\n}", "Expected COLON, actual: INT (\"1\") at [2, 7]",
                GraphQL.Position(line: 2, column: 7)
            ),
            (
                "{ a(b: ) }",
                "Expected one of NAME, INT, FLOAT, STRING, LBRACKET, LCURLY, VAR_SIGN, actual: RPAREN (\")\") at [1, 8]",
                GraphQL.Position(line: 1, column: 8)
            ),
            (
                "fragment on on X { a }", "Expected NAME, actual: ON (\"on\") at [1, 10]",
                GraphQL.Position(line: 1, column: 10)
            ),
            (
                "{ a ? }", "Expected a token, actual: UNKNOWN_CHAR (\"?\") at [1, 5]",
                GraphQL.Position(line: 1, column: 5)
            ),
        ])
    func errors(text: String, message: String, position: GraphQL.Position?) {
        #expect(throws: GraphQL.SyntaxError(message: message, position: position)) {
            try GraphQL.Parser.document(text)
        }
    }

    @Test("no text breaks the parser", arguments: 0..<300)
    func robustness(seed: Int) {
        let pieces = [
            "{", "}", "(", ")", "a", "$", ":", "...", "on", "\"", "\"\"\"", "1", "-", ".", "@", "[", "]",
            "\\", "\n", "=", "!", "é", "fragment ", "query ",
        ]
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
        var text = ""
        for _ in 0..<40 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += pieces[Int(state >> 33) % pieces.count]
        }
        _ = try? GraphQL.Parser.document(text)
        _ = try? GraphQL.Parser.document(String(repeating: "{a", count: 5000))
    }
}
