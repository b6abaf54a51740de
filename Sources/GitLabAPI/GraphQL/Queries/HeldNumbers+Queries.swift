public import GitLabVocabulary

/// Numbers of merge requests and issues of one project, held by somebody who asks which are still there.
public struct HeldNumbers: Hashable, Sendable {
    /// The project's full path.
    public var path: String
    public var mergeRequests: [MergeRequestIID]
    public var issues: [IssueIID]

    public init(path: String, mergeRequests: [MergeRequestIID] = [], issues: [IssueIID] = []) {
        self.path = path
        self.mergeRequests = mergeRequests
        self.issues = issues
    }

    public var count: Int { mergeRequests.count + issues.count }
}

/// Those of the held numbers that are there.
public struct FoundNumbers: Decodable, Sendable {
    public var mergeRequests: GraphQLConnection<IdentifiedNode<MergeRequestID>>?
    public var issues: GraphQLConnection<IdentifiedNode<IssueID>>?
}

extension GraphQLQuery where Answer == NamedAnswers<FoundNumbers> {
    /// How many projects' numbers one query can ask for.
    public static var heldAtOnce: Int { 12 }

    /// Which of these merge requests and issues are still there, and how many comments each has: deleting one
    /// leaves no other trace. At most 100 merge requests and 100 issues of each, `heldAtOnce` of them.
    ///
    /// Asking by number, GitLab does not count rows: the query costs the same however many there are.
    ///
    /// - Returns: a query whose answers are named `h` and the position in `held`.
    public static func found(_ held: [HeldNumbers]) -> Self {
        var declarations: [String] = []
        var fields: [String] = []
        var variables: [String: GraphQLValue] = [:]
        for (index, numbers) in held.enumerated() {
            var lists: [String] = []
            declarations.append("$p\(index): ID!")
            variables["p\(index)"] = .string(numbers.path)
            if !numbers.mergeRequests.isEmpty {
                declarations.append("$m\(index): [String!]")
                variables["m\(index)"] = .list(numbers.mergeRequests.map { .string($0.description) })
                lists.append(
                    "mergeRequests(iids: $m\(index), first: 100) { nodes { id iid userNotesCount } }")
            }
            if !numbers.issues.isEmpty {
                declarations.append("$i\(index): [String!]")
                variables["i\(index)"] = .list(numbers.issues.map { .string($0.description) })
                lists.append("issues(iids: $i\(index), first: 100) { nodes { id iid userNotesCount } }")
            }
            fields.append("h\(index): project(fullPath: $p\(index)) { id \(lists.joined(separator: " ")) }")
        }
        return Self(
            "Found",
            "query Found(\(declarations.joined(separator: ", "))) { \(fields.joined(separator: " ")) }",
            variables: variables)
    }
}
