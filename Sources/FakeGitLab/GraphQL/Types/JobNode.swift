import WireFormat

extension GraphQL {
    /// A job of a pipeline, in REST's shape.
    struct JobNode: Node {
        let object: JSONValue
        let project: Int
        var typeName: String { "CiJob" }

        /// `nil` for null.
        init?(_ object: JSONValue, project: Int) {
            guard !object.isNull else { return nil }
            self.object = object
            self.project = project
        }

        func value(of field: PlannedField, in execution: Execution) -> Value {
            let world = execution.world
            switch field.name {
            case "id": return .id(isBridge ? "Ci::Bridge" : "Ci::Build", object["id"]?.intValue ?? 0)
            case "kind": return .text(isBridge ? "BRIDGE" : "BUILD")
            case "manualJob": return .flag(object["manual"]?.boolValue ?? false)
            case "retried": return .flag(object["retried"]?.boolValue ?? false)
            case "refName": return .json(object["ref"] ?? .null)
            case "tags": return .json(object["tag_list"] ?? [])
            case "duration": return .number(object["duration"]?.doubleValue.map { Int($0) })
            case "shortSha":
                let sha = object["pipeline"]?["sha"]?.stringValue ?? object["commit"]?["id"]?.stringValue
                return .text(sha.map { String($0.prefix(8)) } ?? "")
            case "pipeline":
                let id = object["pipeline"]?["id"]?.intValue
                return .optional(id.flatMap { world.pipelines[$0] })
            case "project": return .optional(execution.project(project))
            case "queuedAt": return .json(object["queued_at"] ?? object["created_at"] ?? .null)
            case "stage":
                let name = object["stage"] ?? .null
                return .optional(
                    JSONNode(
                        "CiStage",
                        [
                            "id": .string(GlobalID.text("Ci::Stage", object["id"]?.intValue ?? 0)),
                            "name": name, "status": object["status"] ?? .null,
                        ]))
            case "webPath": return .text(object["web_url"]?.stringValue?.pathOfAddress)
            default: return .json(object[field.restName] ?? .null)
            }
        }

        private var isBridge: Bool { object["downstream_pipeline"] != nil }
    }
}

extension GraphQL.Execution {
    /// Jobs by id, as the field's arguments choose them.
    func jobs(_ rows: [Job], isAscending: Bool, _ field: GraphQL.PlannedField) throws(GraphQL.Failure)
        -> GraphQL.Connection
    {
        let arguments = field.arguments
        let statuses = arguments.texts("statuses")?.map { $0.lowercased() }
        let chosen = rows.filter { row in
            if let statuses, !statuses.contains(row.status) { return false }
            if let name = arguments.text("name"), row.plan.name != name { return false }
            return arguments.flag("retried").map { row.isRetried == $0 } ?? true
        }
        return try GraphQL.Connection(
            "CiJob", chosen.map { .init(key: .number(Int64($0.id)), id: $0.id) },
            by: .init(column: "id", isAscending: isAscending), field, self
        ) { world.jobs[$0].flatMap { job(of: $0) } }
    }

    func job(of row: Job) -> GraphQL.JobNode? {
        var object = world.object(row)
        object["retried"] = .bool(row.isRetried)
        object["manual"] = .bool(row.plan.isManual)
        return GraphQL.JobNode(object, project: row.project)
    }
}
