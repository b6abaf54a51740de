/// The links of an answer (RFC 8288), as paging needs them.
struct LinkHeader {
    struct Link: Hashable {
        /// The target as sent: absolute, or relative to the request.
        var target: String
        /// Relation types, lower-case.
        var relations: [String]
    }

    private(set) var links: [Link] = []

    /// - Parameter values: every `Link` field of the answer; what cannot be read is left out.
    init(_ values: some Sequence<String>) {
        for value in values { parse(value[...]) }
    }

    init(_ headers: HTTPHeaders) { self.init(headers.values("Link")) }

    /// The target of the first link of that relation.
    func target(_ relation: String) -> String? {
        links.first { $0.relations.contains(relation) }?.target
    }

    private mutating func parse(_ value: Substring) {
        var rest = value
        while let open = rest.firstIndex(of: "<") {
            let inside = rest[rest.index(after: open)...]
            guard let close = inside.firstIndex(of: ">") else { return }
            let target = String(inside[..<close]).trimmingBlanks()
            rest = inside[inside.index(after: close)...]
            links.append(Link(target: target, relations: Self.relations(takingParametersFrom: &rest)))
        }
    }

    /// Reads `; name=value` pairs up to the comma that ends this link; only the first `rel` counts (section 3.3).
    private static func relations(takingParametersFrom rest: inout Substring) -> [String] {
        var relations: [String]?
        while true {
            rest = rest.drop { $0.isWhitespace }
            guard rest.first == ";" else { break }
            rest = rest.dropFirst().drop { $0.isWhitespace }
            let name = rest.prefix { !"=;,".contains($0) }
            rest = rest[name.endIndex...]
            var value = ""
            if rest.first == "=" {
                rest = rest.dropFirst().drop { $0.isWhitespace }
                value = Self.value(takenFrom: &rest)
            }
            if relations == nil, String(name).trimmingBlanks().lowercased() == "rel" {
                relations = value.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
            }
        }
        return relations ?? []
    }

    private static func value(takenFrom rest: inout Substring) -> String {
        guard rest.first == "\"" else {
            let token = rest.prefix { !";,".contains($0) }
            rest = rest[token.endIndex...]
            return String(token).trimmingBlanks()
        }
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst(), character != "\"" {
            value.append(character == "\\" ? rest.popFirst() ?? character : character)
        }
        return value
    }
}
