import WireFormat

extension GraphQL {
    /// A user in one of the roles in which users appear.
    struct UserNode: Node {
        let id: Int
        let typeName: String
        /// The merge request in which the role is played.
        let mergeRequest: Int?

        init(_ id: Int, as typeName: String, of mergeRequest: Int? = nil) {
            self.id = id
            self.typeName = typeName
            self.mergeRequest = mergeRequest
        }

        func value(of field: PlannedField, in execution: Execution) throws(Failure) -> Value {
            let world = execution.world
            guard let user = world.users[id] ?? world.users[World.ghost] else { return .null }
            switch field.name {
            case "id": return .id("User", user.id)
            case "username", "name", "state", "webUrl", "avatarUrl", "publicEmail": return user.plain(field)
            case "active": return .flag(user.resource.text("state") == "active")
            case "bot": return .flag(user.isBot)
            case "human": return .flag(!user.isBot)
            case "createdAt": return .time(user.resource.createdAt)
            case "webPath": return .text(user.webPath)
            case "mergeRequestInteraction":
                return .optional(mergeRequest.map { InteractionNode(user: user.id, mergeRequest: $0) })
            case "authoredMergeRequests":
                let places = world.projects.ids.filter { execution.project($0) != nil }
                return .node(
                    try execution.mergeRequests(of: places, field) { $0.resource.id(of: "author") == user.id }
                )
            default: return user.plain(field)
            }
        }
    }
}
