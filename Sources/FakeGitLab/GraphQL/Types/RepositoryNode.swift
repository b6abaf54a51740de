import WireFormat

extension GraphQL {
    /// A project's repository: refs and commits, never contents.
    struct RepositoryNode: Node {
        let project: Project
        var typeName: String { "Repository" }

        func value(of field: PlannedField, in execution: Execution) -> Value {
            let repository = execution.world.repositories[project.id]
            let isEmpty = repository?.commits.isEmpty ?? true
            switch field.name {
            case "exists": return .flag(repository != nil)
            case "empty": return .flag(isEmpty)
            case "rootRef": return .text(isEmpty ? nil : project.defaultBranch)
            case "branchCount": return .number(repository?.heads.count ?? 0)
            case "tree":
                let ref = field.arguments.text("ref") ?? "head"
                return tip(ref, execution).map { .node(TreeNode(lastCommit: $0)) } ?? .null
            case "lastCommit": return .optional(tip(field.arguments.text("ref") ?? "HEAD", execution))
            case "commit": return .optional(tip(field.arguments.text("ref") ?? "", execution))
            default: return .null
            }
        }

        /// The commit a ref names; `HEAD` is the default branch.
        private func tip(_ ref: String, _ execution: Execution) -> CommitNode? {
            let name = ref.lowercased() == "head" ? project.defaultBranch : ref
            return execution.world.repositories[project.id]?.resolve(name).map {
                CommitNode(sha: $0, project: project.id)
            }
        }
    }

    struct TreeNode: Node {
        let lastCommit: CommitNode
        var typeName: String { "Tree" }

        func value(of field: PlannedField, in execution: Execution) -> Value { .node(lastCommit) }
    }
}
