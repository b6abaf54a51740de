import WireFormat

extension Deployment: GraphQL.Node {
    var typeName: String { "Deployment" }

    func value(of field: GraphQL.PlannedField, in execution: GraphQL.Execution) -> GraphQL.Value {
        let world = execution.world
        switch field.name {
        case "id": return .id("Deployment", id)
        case "iid": return .text(String(iid))
        case "finishedAt": return .time(finishedAt)
        case "tag": return .flag(resource["deployable"]["tag"]?.boolValue ?? false)
        case "commit":
            return .optional(
                world.commit(sha, in: parent).map { GraphQL.CommitNode(sha: $0.sha, project: parent) })
        case "triggerer":
            return .optional(resource.id(of: "user").map { GraphQL.UserNode($0, as: "UserCore") })
        case "job":
            let job = resource.id(of: "deployable").flatMap { world.jobs[$0] }
            return .optional(
                job.flatMap { execution.job(of: $0) }
                    ?? GraphQL.JobNode(resource["deployable"], project: parent))
        case "webPath":
            return .text(
                world.projects[parent].map { "/\($0.path)/-/environments/\(environment)/deployments/\(iid)" })
        default: return plain(field)
        }
    }
}
