import WireFormat

extension GraphQL {
    /// What a query costs before it runs.
    ///
    /// A field costs 1, or what its schema says, and 1 more when it asks Gitaly. A connection behind a resolver costs
    /// (children + 1 for the resolver, more for `sort` and `search`) times 1 + a hundredth of its page size, unless it
    /// names its rows by `iid` or `iids`. Selections in fragments count where they are spread; fields of one key count
    /// once; of several types the dearest counts.
    ///
    /// <https://docs.gitlab.com/api/graphql/#maximum-query-complexity>
    struct Complexity {
        let schema: Schema
        let document: Document
        let variables: JSONObject

        /// What a caller's queries may cost and how deep they may reach.
        struct Limits {
            let complexity: Int
            let depth: Int

            init(_ caller: Caller) {
                complexity = caller.user == nil ? 200 : caller.isAdministrator ? 300 : 250
                depth = caller.user == nil ? 15 : 20
            }

            func complexityError(_ score: Int) -> QueryError {
                QueryError(
                    message: "Query has complexity of \(score), which exceeds max complexity of \(complexity)"
                )
            }
        }

        /// - Throws: `QueryErrors` when the query is too deep or too dear.
        func score(of operation: Operation, within limits: Limits) throws(QueryErrors) -> Int {
            let depth = depth(of: operation.selections)
            guard depth <= limits.depth else {
                throw QueryErrors("Query has depth of \(depth), which exceeds max depth of \(limits.depth)")
            }
            let score = cost(of: [operation.selections], on: "Query")
            guard score <= limits.complexity else { throw QueryErrors([limits.complexityError(score)]) }
            return score
        }

        // MARK: Cost

        private func cost(of selections: [[Selection]], on type: String) -> Int {
            guard let definition = schema[type] else { return 0 }
            let possible = definition.kind == .object ? [type] : schema.possibleTypes(of: definition)
            return possible.map { cost(of: selections, onObject: $0, declared: definition) }.max() ?? 0
        }

        private func cost(of selections: [[Selection]], onObject type: String, declared: TypeDefinition)
            -> Int
        {
            let collector = FieldCollector(schema: schema, document: document, variables: variables)
            return collector.fields(of: selections, on: type).map { group in
                guard let first = group.first else { return 0 }
                let definition = schema[type]?.field(first.name) ?? declared.field(first.name)
                guard let definition else { return 1 }
                let children = cost(of: group.map(\.selections), on: definition.type.name)
                return cost(of: first, definition, children: children)
            }.reduce(0, +)
        }

        private func cost(of field: Field, _ definition: FieldDefinition, children: Int) -> Int {
            let cost = definition.cost
            if let explicit = cost.explicit { return explicit + children }
            guard let extra = cost.resolver else { return children + (cost.callsGitaly ? 2 : 1) }
            let arguments = Coercion(schema: schema).arguments(
                field.arguments, for: definition.arguments, variables: variables)
            var total = children + 1 + extra + (cost.callsGitaly ? 1 : 0)
            if arguments["sort"] != nil { total += 1 }
            if arguments["search"] != nil { total += 5 }
            if arguments["labelName"] != nil, definition.type.name == "IssueConnection" { total += 2 }
            guard definition.isConnection, arguments["iid"] == nil, arguments["iids"] == nil else {
                return total
            }
            let limit =
                [arguments.number("first"), arguments.number("last"), Connection.pageLimit]
                .compactMap { $0 }.min() ?? Connection.pageLimit
            return total + total * max(0, limit) / 100
        }

        // MARK: Depth

        /// How many fields lie inside each other at the deepest place.
        private func depth(of selections: [Selection]) -> Int {
            selections.map { selection in
                switch selection {
                case .field(let field): 1 + depth(of: field.selections)
                case .spread(let name, _, _): document.fragment(name).map { depth(of: $0.selections) } ?? 0
                case .inline(_, _, let inner, _): depth(of: inner)
                }
            }.max() ?? 0
        }
    }
}

extension [GraphQL.Directive] {
    /// What `@skip` and `@include` say.
    ///
    /// <https://spec.graphql.org/October2021/#sec--skip>
    func isIncluded(_ variables: JSONObject) -> Bool {
        func condition(_ name: String) -> Bool? {
            switch self[name]?["if"] {
            case .bool(let flag)?: flag
            case .variable(let name)?: variables[name]?.boolValue
            default: nil
            }
        }
        return condition("skip") != true && condition("include") != false
    }
}
