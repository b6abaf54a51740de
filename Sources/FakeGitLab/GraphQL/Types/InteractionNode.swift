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
            let review = row.reviews.first { $0.user == user }
            let role = world.access(of: user, toProject: project.id)
            switch field.name {
            case "approved": return .flag(approval != nil)
            case "approvedAt": return .time(approval?.at)
            case "canMerge": return .flag(role >= .developer)
            case "canUpdate": return .flag(role >= .developer || row.resource.id(of: "author") == user)
            case "updatedAt": return .time(review?.updatedAt)
            case "reviewed":
                return .flag(review.map { !["unreviewed", "review_started"].contains($0.state) } ?? false)
            case "reviewState":
                guard let state = review?.state.uppercased() else { return .null }
                return .text(field.allows(state, in: execution) ? state : "REVIEWED")
            default: return .null
            }
        }
    }
}

extension GraphQL.PlannedField {
    /// Whether the enum it answers knows a word at this release.
    func allows(_ word: String, in execution: GraphQL.Execution) -> Bool {
        execution.schema[definition.type.name]?.values.contains(word) ?? false
    }
}
