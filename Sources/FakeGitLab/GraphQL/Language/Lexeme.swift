extension GraphQL {
    /// One word of a text.
    ///
    /// <https://spec.graphql.org/October2021/#sec-Appendix-Grammar-Summary.Lexical-Tokens>
    struct Lexeme: Sendable {
        enum Kind: Hashable, Sendable {
            case end, name, int, float, string, spread
            case sign(UInt8)
        }

        let kind: Kind
        /// A name, the digits of a number, or the value of a string.
        let text: String
        let position: Position

        /// What errors call it, as GitLab's parser does: `RCURLY ("}")`.
        var description: String {
            switch kind {
            case .end: "(none)"
            case .name where Self.keywords.contains(text): "\(text.uppercased()) (\"\(text)\")"
            case .name: "IDENTIFIER (\"\(text)\")"
            case .int: "INT (\"\(text)\")"
            case .float: "FLOAT (\"\(text)\")"
            case .string: "STRING (\"\(text)\")"
            case .spread: "ELLIPSIS (\"...\")"
            case .sign(let byte): "\(Self.name(of: byte)) (\"\(String(decoding: [byte], as: UTF8.self))\")"
            }
        }

        private static let keywords: Set = [
            "on", "fragment", "query", "mutation", "subscription", "true", "false", "null",
        ]

        static func name(of sign: UInt8) -> String {
            switch UnicodeScalar(sign) {
            case "{": "LCURLY"
            case "}": "RCURLY"
            case "(": "LPAREN"
            case ")": "RPAREN"
            case "[": "LBRACKET"
            case "]": "RBRACKET"
            case ":": "COLON"
            case "=": "EQUALS"
            case "!": "BANG"
            case "|": "PIPE"
            case "&": "AMP"
            case "$": "VAR_SIGN"
            case "@": "DIR_SIGN"
            default: "UNKNOWN_CHAR"
            }
        }
    }

    /// A text that breaks the grammar.
    struct SyntaxError: Error, Hashable {
        let message: String
        let position: Position?
    }
}
