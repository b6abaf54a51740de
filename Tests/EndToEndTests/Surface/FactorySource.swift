import Foundation

/// The public factories that the sources of `GitLabAPI` declare in extensions of `Request`, read as text.
struct FactorySource {
    /// As the page names them: `mergeRequest(_:in:)`.
    let factories: [String]
    /// The same of `GraphQLQuery`.
    let queries: [String]

    init() throws {
        let folder = SurfacePage.root.appending(path: "Sources/GitLabAPI")
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let texts = try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        }
        factories = texts.flatMap(Self.factories)
        queries = texts.flatMap(Self.queries)
    }

    /// What a source file declares between `extension Request` and the brace that closes it at the margin.
    static func factories(in text: String) -> [String] {
        factories(in: text, of: /(?ms)^extension Request\b.*?^}/)
    }

    /// The same for factories of queries.
    static func queries(in text: String) -> [String] {
        factories(in: text, of: /(?ms)^extension GraphQLQuery\b.*?^}/).filter { !$0.hasSuffix("AtOnce") }
    }

    private static func factories(in text: String, of blocks: Regex<Substring>) -> [String] {
        text.matches(of: blocks).flatMap { block in
            let body = block.output
            let constants = body.matches(of: /(?m)^    public static (?:var|let) (\w+)/).map {
                String($0.output.1)
            }
            let functions = body.matches(of: /(?m)^    public static func (\w+)(?:<[^(]*>)?\(/).map {
                "\($0.output.1)(\(labels(after: body[$0.range.upperBound...])))"
            }
            return constants + functions
        }
    }

    /// The labels without a default value, each with its colon, up to the parenthesis that closes the list.
    private static func labels(after text: Substring) -> String {
        var depth = 0
        var parameter = ""
        var labels = ""
        for character in text {
            if depth == 0, character == "," || character == ")" {
                let label = parameter.split { $0.isWhitespace || $0 == ":" }.first ?? ""
                if !label.isEmpty, !parameter.contains(" = ") { labels += "\(label):" }
                parameter = ""
                if character == ")" { break }
                continue
            }
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            parameter.append(character)
        }
        return labels
    }
}
