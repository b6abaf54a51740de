extension GraphQL {
    /// Finds fragments that lead back to themselves.
    struct CycleSearch {
        private let spreads: [String: [String]]

        init(_ document: Document) {
            spreads = Dictionary(document.fragments.map { ($0.name, Self.names(in: $0.selections)) }) {
                first, _ in first
            }
        }

        func isCyclic(_ name: String) -> Bool {
            var seen: Set<String> = []
            var waiting = spreads[name] ?? []
            while let next = waiting.popLast() {
                if next == name { return true }
                if seen.insert(next).inserted { waiting += spreads[next] ?? [] }
            }
            return false
        }

        private static func names(in selections: [Selection]) -> [String] {
            selections.flatMap { selection -> [String] in
                switch selection {
                case .field(let field): names(in: field.selections)
                case .spread(let name, _, _): [name]
                case .inline(_, _, let inner, _): names(in: inner)
                }
            }
        }
    }
}
