import GitLabAPI

/// Sends the queries of one run, each as large as the instance lets it be.
struct GraphQLReader: Sendable {
    var reader: Reader
    /// What the instance's GraphQL has.
    let schema: GraphQLSchema
    let sizes = PageSizes()
    /// The project whose queries are sent, by its id; `nil` for queries of several.
    var project: ProjectReference?

    /// One answer without faults.
    ///
    /// - Throws: also when parts of it failed: a list that is missing would pass for an empty one.
    func send<Content>(
        _ query: GraphQLQuery<Content>
    ) async throws(GitLabError) -> Reader.Answer<GraphQLAnswer<Content>> {
        var query = query
        if query.project != nil, let project { query.project = project }
        let answer = try await reader.send(query)
        if let failure = answer.value.failures.first {
            throw GitLabError(failure, of: query.operationName)
        }
        return answer
    }

    /// What a query says of its project.
    func project<Content>(
        _ query: GraphQLQuery<PathAnswer<Content>>
    ) async throws(GitLabError) -> Reader.Answer<Content> {
        let answer = try await send(query)
        return Reader.Answer(value: try answer.value.value.required(query), began: answer.began)
    }

    /// One page of a list, of as many rows as the instance manages; fewer are asked for after it did not.
    func page<Node>(
        startingWith rows: Int = 50,
        _ query: (_ first: Int) -> GraphQLQuery<PathAnswer<ProjectList<Node>>>
    ) async throws(GitLabError) -> Reader.Answer<GraphQLConnection<Node>> {
        try await sized(startingWith: rows, query) { $0.list }
    }

    /// One page of whatever list an answer about a project holds.
    func sized<Content, Node>(
        startingWith rows: Int = 50, _ query: (_ first: Int) -> GraphQLQuery<PathAnswer<Content>>,
        _ list: (Content) -> GraphQLConnection<Node>?
    ) async throws(GitLabError) -> Reader.Answer<GraphQLConnection<Node>> {
        let name = query(rows).operationName
        while true {
            let first = sizes.rows(name, startingWith: rows)
            let sent = query(first)
            do throws(GitLabError) {
                let answer = try await send(sent)
                sizes.succeed(name, first, answer.value.complexity)
                guard let list = list(try answer.value.value.required(sent)) else {
                    throw GitLabError(.forbidden, detail: "GraphQL does not show the list of \(name)")
                }
                return Reader.Answer(value: list, began: answer.began)
            } catch {
                guard error.asksForLess, sizes.shrink(name, from: first) else { throw error }
            }
        }
    }
}

extension PathAnswer {
    /// - Throws: `.notFound` when GraphQL shows nothing under that path.
    fileprivate func required<Answer>(_ query: GraphQLQuery<Answer>) throws(GitLabError) -> Content {
        if let found { return found }
        throw GitLabError(
            .notFound, detail: "GraphQL shows nothing at \(query.project?.description ?? query.operationName)"
        )
    }
}

extension GitLabError {
    /// Whether a smaller page may fare better.
    var asksForLess: Bool { [.queryTooComplex, .timedOut, .responseTooLarge].contains(code) }
}
