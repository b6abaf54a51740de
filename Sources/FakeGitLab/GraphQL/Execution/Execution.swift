import WireFormat

extension GraphQL {
    /// One operation being answered: who asks, what of the world, and the bytes written so far.
    ///
    /// <https://spec.graphql.org/October2021/#sec-Execution>
    final class Execution {
        let world: World
        let caller: Caller
        let schema: Schema
        let document: Document
        let variables: JSONObject
        /// Score and limit, for `queryComplexity`.
        let complexity: (score: Int, limit: Int)
        private let rowLimit: Int?

        var bytes: [UInt8] = []
        var path: [JSONValue] = []
        private(set) var errors: [QueryError] = []
        private var rows = 0
        private var calls: [String: Int] = [:]
        /// What several fields look up alike.
        var labels: [Int: [String: Label]] = [:]
        var people: [String: Int]?

        init(
            world: World, caller: Caller, schema: Schema, document: Document, variables: JSONObject,
            complexity: (score: Int, limit: Int), rowLimit: Int?
        ) {
            self.world = world
            self.caller = caller
            self.schema = schema
            self.document = document
            self.variables = variables
            self.complexity = complexity
            self.rowLimit = rowLimit
        }

        /// The whole answer: `{"data":…,"errors":…}`.
        ///
        /// - Throws: only `Failure.refused`.
        func answer(_ operation: Operation) throws(Failure) -> [UInt8] {
            bytes = Array("{\"data\":".utf8)
            let start = bytes.count
            do throws(Failure) {
                try write(QueryNode(), plan([operation.selections], of: "Query"))
            } catch {
                guard case .null = error else { throw error }
                bytes.removeSubrange(start...)
                bytes += "null".utf8
            }
            if !errors.isEmpty {
                bytes += ",\"errors\":".utf8
                bytes += JSONValue.array(errors.map(\.json)).serialized()
            }
            bytes += "}".utf8
            return bytes
        }

        func report(_ message: String, at field: PlannedField) {
            errors.append(
                QueryError(message: message, positions: [field.position], path: path + [.string(field.key)]))
        }

        /// Counts rows that were read.
        ///
        /// - Throws: the timeout, when they are more than the instance reads in its 30 seconds.
        func touch(rows count: Int) throws(Failure) {
            rows += count
            if let rowLimit, rows > rowLimit { throw .timeout }
        }

        /// Counts the calls of a field that may be asked of few objects in one request.
        func admit(_ field: PlannedField, limit: Int) throws(Failure) {
            calls["\(field.parent).\(field.name)", default: 0] += 1
            guard calls["\(field.parent).\(field.name)", default: 0] <= limit else {
                throw .field(
                    "\"\(field.name)\" field can be requested only for \(limit) \(field.parent)(s) at a time."
                )
            }
        }

        // MARK: Plans

        /// The fields asked of an object of a type, those of one key merged.
        func plan(_ selections: [[Selection]], of type: String) -> [PlannedField] {
            guard let definition = schema[type] else { return [] }
            let collector = FieldCollector(schema: schema, document: document, variables: variables)
            let coercion = Coercion(schema: schema)
            return collector.fields(of: selections, on: type).compactMap { group in
                guard let field = group.first else { return nil }
                let wanted = field.name == "__typename" ? Self.typeName : definition.field(field.name)
                guard let wanted else { return nil }
                return PlannedField(
                    field, of: type, wanted,
                    arguments: coercion.arguments(
                        field.arguments, for: wanted.arguments, variables: variables),
                    shape: Shape(wanted.type, in: schema), selections: group.map(\.selections))
            }
        }

        static let typeName = FieldDefinition(
            name: "__typename", type: .required(.named("String")), arguments: [])
    }
}
