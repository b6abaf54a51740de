import WireFormat

extension GraphQL {
    /// A commit, without what it changed but for counts of lines.
    struct CommitNode: Node {
        let sha: String
        let project: Int
        var typeName: String { "Commit" }

        /// How many commits one request may ask the counts of.
        static let statisticsLimit = 10

        func value(of field: PlannedField, in execution: Execution) throws(Failure) -> Value {
            guard let commit = execution.world.commit(sha, in: project) else { return .null }
            let object = commit.object
            switch field.name {
            case "id": return .id("CommitPresenter", sha)
            case "sha": return .text(sha)
            case "fullTitle": return .json(object["title"] ?? .null)
            case "description":
                let body = object["message"]?.stringValue?.split(
                    separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
                return .text(body.flatMap { $0.count > 1 ? String($0[1]) : nil } ?? "")
            case "parentSha": return .text(commit.parents.first)
            case "author":
                return .optional(
                    execution.user(withEmail: object["author_email"]?.stringValue).map {
                        UserNode($0, as: "UserCore")
                    })
            case "diffStatsSummary":
                try execution.admit(field, limit: Self.statisticsLimit)
                return .optional(
                    DiffStatsNode(additions: commit.additions, deletions: commit.deletions, files: 1))
            case "pipelines":
                let rows = execution.world.pipelines.rows(in: project).filter { $0.sha == sha }
                return .node(try execution.pipelines(rows, field))
            case "webPath": return .text(object["web_url"]?.stringValue?.pathOfAddress)
            default: return .json(object[field.restName] ?? .null)
            }
        }
    }

    /// Counts of lines and files.
    struct DiffStatsNode: Node {
        let additions: Int
        let deletions: Int
        let files: Int
        var typeName: String { "DiffStatsSummary" }

        func value(of field: PlannedField, in execution: Execution) -> Value {
            switch field.name {
            case "additions": .number(additions)
            case "deletions": .number(deletions)
            case "changes": .number(additions + deletions)
            default: .number(files)
            }
        }
    }
}
