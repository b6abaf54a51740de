import WireFormat

extension LabelEvent: GraphQL.Node {
    var typeName: String { "MergeRequestResourceLabelEvent" }

    func value(of field: GraphQL.PlannedField, in execution: GraphQL.Execution) -> GraphQL.Value {
        switch field.name {
        case "id": .id("ResourceLabelEvent", id)
        case "label": .optional(resource.id(of: "label").flatMap { execution.world.labels[$0] })
        case "user": .optional(resource.id(of: "user").map { GraphQL.UserNode($0, as: "UserCore") })
        default: plain(field)
        }
    }
}
