import WireFormat

extension GraphQL {
    /// The root of every query.
    struct QueryNode: Node {
        var typeName: String { "Query" }

        func value(of field: PlannedField, in execution: Execution) throws(Failure) -> Value {
            let world = execution.world
            switch field.name {
            case "project":
                let path = field.arguments.text("fullPath")?.lowercased() ?? ""
                return .optional(world.projectPaths[path].flatMap { execution.project($0) })
            case "group":
                let path = field.arguments.text("fullPath")?.lowercased() ?? ""
                let id = world.groups.ids.first { world.groups[$0]?.fullPath.lowercased() == path }
                return .optional(id.flatMap { execution.group($0) })
            case "mergeRequest":
                return .optional(field.arguments.id("id").flatMap { execution.mergeRequest($0) })
            case "issue": return .optional(field.arguments.id("id").flatMap { execution.issue($0) })
            case "projects": return .node(try projects(field, execution))
            case "mergeRequests":
                let visible = world.projects.ids.filter { execution.project($0) != nil }
                return .node(try execution.mergeRequests(of: visible, field))
            case "currentUser":
                return .optional(
                    execution.caller.user.map { UserNode($0, as: field.definition.type.name) })
            case "user": return .optional(user(field, execution).map { UserNode($0, as: "UserCore") })
            case "users": return .node(try users(field, execution))
            case "metadata": return .optional(metadata(of: world))
            case "queryComplexity":
                return .optional(
                    JSONNode(
                        field.definition.type.name,
                        [
                            "score": .int(execution.complexity.score),
                            "limit": .int(execution.complexity.limit),
                        ]))
            case "__type":
                let name = field.arguments.text("name") ?? ""
                guard execution.schema[name] != nil else { return .null }
                return .node(IntrospectedType(type: .named(name), schema: execution.schema))
            case "__schema": return .node(IntrospectedSchema(schema: execution.schema))
            case "echo":
                let name = execution.caller.user.map { "\"\(world.username($0))\"" } ?? "nil"
                return .text("\(name) says: \(field.arguments.text("text") ?? "")")
            default: return .null
            }
        }

        private func projects(_ field: PlannedField, _ execution: Execution) throws(Failure) -> Connection {
            let world = execution.world
            let arguments = field.arguments
            var rows = world.projects.ids.compactMap { execution.project($0) }
            if let ids = arguments.ids("ids") { rows = rows.filter { ids.contains($0.id) } }
            if let paths = arguments.texts("fullPaths") { rows = rows.filter { paths.contains($0.path) } }
            if arguments.flag("membership") == true {
                rows = rows.filter { row in
                    execution.caller.user.map { world.access(of: $0, toProject: row.id) >= .guest } ?? false
                }
            }
            if let search = arguments.text("search")?.lowercased() {
                rows = rows.filter { $0.path.lowercased().contains(search) }
            }
            return try execution.connection("Project", rows, .init(column: "id", isAscending: false), field) {
                .number(Int64($0.id))
            }
        }

        private func user(_ field: PlannedField, _ execution: Execution) -> Int? {
            if let id = field.arguments.id("id") { return execution.world.users[id]?.id }
            guard let name = field.arguments.text("username") else { return nil }
            return execution.user(named: name)
        }

        private func users(_ field: PlannedField, _ execution: Execution) throws(Failure) -> Connection {
            let arguments = field.arguments
            var rows = execution.world.users.ids.compactMap { execution.world.users[$0] }
            if let ids = arguments.ids("ids") { rows = rows.filter { ids.contains($0.id) } }
            if let names = arguments.texts("usernames") {
                rows = rows.filter { names.contains($0.resource.text("username") ?? "") }
            }
            if let search = arguments.text("search")?.lowercased() {
                rows = rows.filter { row in
                    ["username", "name"].contains {
                        row.resource.text($0)?.lowercased().contains(search) == true
                    }
                }
            }
            return try Connection("UserCore", rows.reversed(), field, execution) {
                UserNode($0.id, as: "UserCore")
            }
        }

        private func metadata(of world: World) -> (any Node)? {
            MetadataNode(world: world)
        }
    }

    /// What `/metadata` says of the instance.
    struct MetadataNode: Node {
        let world: World
        var typeName: String { "Metadata" }

        func value(of field: PlannedField, in execution: Execution) -> Value {
            switch field.name {
            case "version": return .text(world.version.text)
            case "revision": return .text("570e7b2abdd")
            case "enterprise": return .flag(world.version.isEnterprise)
            default:
                return .optional(
                    JSONNode("Kas", ["enabled": false, "external_url": nil, "version": nil]))
            }
        }
    }
}
