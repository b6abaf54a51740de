public import GitLabVocabulary

extension GraphQLQuery where Answer == PathAnswer<NamedAnswers<NoteableChildren>> {
    /// How many things' further pages one query can ask for.
    public static var continuationsAtOnce: Int { 3 }

    /// The further pages of what hangs on merge requests, at most `continuationsAtOnce`, named `m` and their number.
    public static func continuations(
        ofMergeRequests children: [(iid: MergeRequestIID, children: NoteableChildren)], in path: String,
        schema: GraphQLSchema
    ) -> Self {
        continuations(
            children.map {
                "m\($0.iid): mergeRequest(iid: \"\($0.iid)\") { \($0.children.continuation(schema)) }"
            },
            in: path)
    }

    /// The further pages of what hangs on issues, at most `continuationsAtOnce`, named `i` and their number.
    public static func continuations(
        ofIssues children: [(iid: IssueIID, children: NoteableChildren)], in path: String,
        schema: GraphQLSchema
    ) -> Self {
        continuations(
            children.map { "i\($0.iid): issue(iid: \"\($0.iid)\") { \($0.children.continuation(schema)) }" },
            in: path)
    }

    private static func continuations(_ fields: [String], in path: String) -> Self {
        Self(
            "Continuations",
            "query Continuations($path: ID!) { queryComplexity { score limit } "
                + "found: project(fullPath: $path) { \(fields.joined(separator: " ")) } }",
            variables: ["path": .string(path)], project: .path(path))
    }
}
