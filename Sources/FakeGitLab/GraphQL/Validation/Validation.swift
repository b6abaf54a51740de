import WireFormat

extension GraphQL {
    /// Checks a document against a schema before it runs, in the words of GitLab's library.
    ///
    /// <https://spec.graphql.org/October2021/#sec-Validation>
    struct Validation {
        /// GitLab lists no more.
        static let errorLimit = 5

        let document: Document
        let schema: Schema
        private(set) var errors: [QueryError] = []
        /// Where the visit stands: `["query Name", "project", "id"]`.
        var path: [JSONValue] = []
        /// Variables that the visited definition uses, and where.
        var usages: [VariableUsage] = []
        var spreads: Set<String> = []

        private init(_ document: Document, _ schema: Schema) {
            self.document = document
            self.schema = schema
        }

        /// At most five, in the order of the text.
        static func errors(of document: Document, in schema: Schema) -> [QueryError] {
            var validation = Validation(document, schema)
            validation.visitAll()
            return Array(validation.errors.prefix(errorLimit))
        }

        mutating func report(_ message: String, at position: Position, _ extensions: JSONValue) {
            errors.append(
                QueryError(message: message, positions: [position], path: path, extensions: extensions))
        }

        mutating func within(_ step: String, _ body: (inout Validation) -> Void) {
            path.append(.string(step))
            body(&self)
            path.removeLast()
        }

        private mutating func visitAll() {
            let cycles = CycleSearch(document)
            var used: Set<String> = []
            var usagesOf: [String: (usages: [VariableUsage], spreads: Set<String>)] = [:]
            for fragment in document.fragments {
                (usages, spreads) = ([], [])
                visit(fragment, isCyclic: cycles.isCyclic(fragment.name))
                usagesOf[fragment.name] = (usages, spreads)
            }
            let own = errors
            errors = []
            for operation in document.operations {
                (usages, spreads) = ([], [])
                visit(operation)
                var reached = Set<String>()
                var waiting = Array(spreads)
                while let name = waiting.popLast() {
                    guard reached.insert(name).inserted, let more = usagesOf[name] else { continue }
                    usages += more.usages
                    waiting += more.spreads
                }
                used.formUnion(reached)
                checkVariables(of: operation)
                if own.isEmpty { checkMerging(operation.selections, on: "Query", of: operation) }
            }
            errors += own
            for fragment in document.fragments where !used.contains(fragment.name) {
                path = [.string("fragment \(fragment.name)")]
                report(
                    "Fragment \(fragment.name) was defined, but not used", at: fragment.position,
                    ["code": "useAndDefineFragment", "fragmentName": .string(fragment.name)])
            }
            path = []
            checkNames()
        }

        private mutating func visit(_ operation: Operation) {
            within([operation.kind.rawValue, operation.name].compactMap { $0 }.joined(separator: " ")) {
                visit in
                guard operation.kind == .query else {
                    visit.report(
                        "Schema is not configured for \(operation.kind.rawValue)s", at: operation.position,
                        ["code": "missing\(operation.kind.rawValue.capitalizedFirst)Configuration"])
                    return
                }
                visit.check(operation.directives)
                visit.visit(operation.selections, on: "Query")
            }
        }

        private mutating func visit(_ fragment: Fragment, isCyclic: Bool) {
            within("fragment \(fragment.name)") { visit in
                if isCyclic {
                    visit.report(
                        "Fragment \(fragment.name) contains an infinite loop", at: fragment.position,
                        ["code": "infiniteLoop", "fragmentName": .string(fragment.name)])
                }
                guard visit.checkCondition(fragment.condition, at: fragment.position) else { return }
                visit.check(fragment.directives)
                visit.visit(fragment.selections, on: fragment.condition)
            }
        }

        private mutating func checkNames() {
            for (index, operation) in document.operations.enumerated() {
                guard let name = operation.name,
                    document.operations[..<index].contains(where: { $0.name == name })
                else { continue }
                report(
                    "Operation name \"\(name)\" must be unique", at: operation.position,
                    ["code": "uniquelyNamedOperations", "operationName": .string(name)])
            }
            for (index, fragment) in document.fragments.enumerated()
            where document.fragments[..<index].contains(where: { $0.name == fragment.name }) {
                report(
                    "Fragment name \"\(fragment.name)\" must be unique", at: fragment.position,
                    ["code": "fragmentNotUnique", "fragmentName": .string(fragment.name)])
            }
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
