import WireFormat

extension GraphQL {
    /// The endpoint: reads requests, keeps texts it has checked, and answers.
    ///
    /// <https://docs.gitlab.com/api/graphql/>
    struct Server: Sendable {
        /// Characters of all queries of one request.
        static let textLimit = 10_000
        private static let cacheLimit = 500

        /// How many rows a query may read before it times out.
        let rowLimit: Int?
        private var known: [Key: Result<Document, Refusal>] = [:]

        private struct Key: Hashable {
            let text: String
            let version: String
        }

        private struct Refusal: Error { let errors: [QueryError] }

        init(rowLimit: Int?) { self.rowLimit = rowLimit }

        /// A rejection in GraphQL's shape: any trouble with the token is one and the same.
        static func refusal(_ rejection: Rejection) -> Answer {
            switch rejection.status {
            case 401: failure(401, "Invalid token")
            case 403: failure(403, "API not accessible for user")
            default: Answer(rejection)
            }
        }

        static func failure(_ status: Int, _ message: String) -> Answer {
            var answer = Answer(status: status, ["errors": [["message": .string(message)]]])
            answer.route = "graphql"
            return answer
        }

        mutating func answer(_ request: APIRequest, by caller: Caller, _ world: inout World) -> Answer {
            let isFineGrained = caller.token.flatMap { world.tokens[$0]?.permissions } != nil
            guard isFineGrained || (try? world.check(caller, has: ["api", "read_api"])) != nil else {
                return Self.failure(401, "Invalid token")
            }
            if let token = caller.token { world.tokens[token]?.lastUsedAt = world.clock }
            do throws(Failure) {
                let body = try Self.body(of: request)
                let isMultiplex = body.arrayValue != nil
                var queries: [Query] = []
                for item in body.arrayValue ?? [body] { queries.append(try Query(item)) }
                guard queries.map(\.text.count).reduce(0, +) <= Self.textLimit else {
                    throw .refused(422, "Query too large")
                }
                var names: [String] = []
                let answers = try answers(to: queries, by: caller, world, &names)
                var answer = isMultiplex ? Answer(list: answers) : Answer(bytes: answers[0])
                answer.route = "graphql"
                answer.operation = names.isEmpty ? nil : names.joined(separator: ",")
                return answer
            } catch {
                guard case .refused(let status, let message) = error else {
                    return Self.failure(500, "Internal server error")
                }
                return Self.failure(status, message)
            }
        }

        private static func body(of request: APIRequest) throws(Failure) -> JSONValue {
            if request.method == "GET" {
                var body: JSONValue = [:]
                for name in ["query", "variables", "operationName"] { body[name] = .text(request[name]) }
                return body
            }
            guard request.method == "POST" else { throw .refused(404, "Not found!") }
            guard let body = try? JSONValue(parsing: request.body) else {
                throw .refused(400, "There was a problem in the JSON you submitted")
            }
            if let queries = body.arrayValue, queries.isEmpty { throw .refused(422, "Query too large") }
            return body
        }

        private mutating func answers(
            to queries: [Query], by caller: Caller, _ world: World, _ names: inout [String]
        ) throws(Failure) -> [[UInt8]] {
            let schema = Schema.published(by: world.version)
            let limits = Complexity.Limits(caller)
            var runs: [Result<Run, Refusal>] = []
            for query in queries {
                let run = Self.run(document(query.text, schema, world), query, schema, limits)
                if let name = (try? run.get())?.operation.name { names.append(name) }
                runs.append(run)
            }
            let total = runs.compactMap { try? $0.get().score }.reduce(0, +)
            var result: [[UInt8]] = []
            for run in runs {
                switch run {
                case .failure(let refusal): result.append(Self.bytes(refusal.errors))
                case .success(let run) where total > limits.complexity:
                    _ = run
                    result.append(Self.bytes([limits.complexityError(total)]))
                case .success(let run):
                    let execution = Execution(
                        world: world, caller: caller, schema: schema, document: run.document,
                        variables: run.variables, complexity: (run.score, limits.complexity),
                        rowLimit: rowLimit)
                    result.append(try execution.answer(run.operation))
                }
            }
            return result
        }

        /// A query that may run.
        private struct Run {
            let document: Document
            let operation: Operation
            let variables: JSONObject
            let score: Int
        }

        private static func run(
            _ document: Result<Document, Refusal>, _ query: Query, _ schema: Schema,
            _ limits: Complexity.Limits
        ) -> Result<Run, Refusal> {
            document.flatMap { document in
                do throws(QueryErrors) {
                    let operation = try document.operation(query.operationName)
                    let variables = try Coercion(schema: schema).variables(
                        of: operation, from: query.variables)
                    let score = try Complexity(schema: schema, document: document, variables: variables)
                        .score(of: operation, within: limits)
                    return .success(
                        Run(document: document, operation: operation, variables: variables, score: score))
                } catch {
                    return .failure(Refusal(errors: error.errors))
                }
            }
        }

        private mutating func document(_ text: String, _ schema: Schema, _ world: World) -> Result<
            Document, Refusal
        > {
            let key = Key(text: text, version: world.version.text)
            if let known = known[key] { return known }
            let result: Result<Document, Refusal>
            do throws(SyntaxError) {
                let document = try Parser.document(text)
                let errors = Validation.errors(of: document, in: schema)
                result = errors.isEmpty ? .success(document) : .failure(Refusal(errors: errors))
            } catch {
                result = .failure(
                    Refusal(
                        errors: [
                            QueryError(message: error.message, positions: error.position.map { [$0] } ?? [])
                        ]))
            }
            if known.count >= Self.cacheLimit { known = [:] }
            known[key] = result
            return result
        }

        private static func bytes(_ errors: [QueryError]) -> [UInt8] {
            JSONValue.object(["errors": .array(errors.map(\.json))]).serialized()
        }
    }
}

extension GraphQL.Document {
    /// The operation of a name; without one, the only operation.
    func operation(_ name: String?) throws(GraphQL.QueryErrors) -> GraphQL.Operation {
        if let name {
            guard let operation = operations.first(where: { $0.name == name }) else {
                throw .init("No operation named \"\(name)\"")
            }
            return operation
        }
        guard let operation = operations.first, operations.count == 1 else {
            throw .init(
                "An operation name is required: \(operations.compactMap(\.name).joined(separator: ", "))")
        }
        return operation
    }
}
