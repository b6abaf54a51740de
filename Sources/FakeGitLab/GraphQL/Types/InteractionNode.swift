import WireFormat

extension GraphQL {
    /// What a user has to do with one merge request.
    struct InteractionNode: Node {
        let user: Int
        let mergeRequest: Int
        var typeName: String { "UserMergeRequestInteraction" }

        func value(of field: PlannedField, in execution: Execution) -> Value {
            let world = execution.world
            guard let row = world.mergeRequests[mergeRequest], let project = world.projects[row.parent] else {
                return .null
            }
            let approval = row.approvals.first { $0.user == user }
            let role = world.access(of: user, toProject: project.id)
            switch field.name {
            case "approved": return .flag(approval != nil)
            case "approvedAt": return .time(approval?.at)
            case "canMerge": return .flag(role >= .developer)
            case "canUpdate": return .flag(role >= .developer || row.resource.id(of: "author") == user)
            case "reviewed": return .flag(world.reviewState(of: user, in: row) != "UNREVIEWED")
            case "reviewState":
                let reviewers = row.resource["reviewers"].arrayValue ?? []
                guard reviewers.contains(where: { $0["id"]?.intValue == user }) else { return .null }
                let state = world.reviewState(of: user, in: row)
                return .text(field.allows(state, in: execution) ? state : "REVIEWED")
            default: return .null
            }
        }
    }
}

extension World {
    /// How far a reviewer has come: `UNREVIEWED`, `REVIEWED` once they commented, `APPROVED`.
    func reviewState(of user: Int, in row: MergeRequest) -> String {
        if row.approvals.contains(where: { $0.user == user }) { return "APPROVED" }
        let hasCommented = mergeRequestNotes.rows(in: row.id).contains {
            !$0.isSystem && $0.resource.id(of: "author") == user
        }
        return hasCommented ? "REVIEWED" : "UNREVIEWED"
    }
}

extension GraphQL.PlannedField {
    /// Whether the enum it answers knows a word at this release.
    func allows(_ word: String, in execution: GraphQL.Execution) -> Bool {
        execution.schema[definition.type.name]?.values.contains(word) ?? false
    }
}
