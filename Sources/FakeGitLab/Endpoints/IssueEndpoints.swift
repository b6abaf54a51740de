import WireFormat

/// Lists of issues and single ones; incidents are issues.
///
/// <https://docs.gitlab.com/api/issues/>
enum IssueEndpoints {
    static let routes: [Route] = [
        Route("issues") { (world, call) throws(Rejection) in
            guard call.caller.user != nil || call.request["scope"] == "all" else { throw .unauthorized }
            let projects = world.projects.ids.compactMap { world.projects[$0] }
            return try list(projects, &world, call)
        },
        Route("groups/:id/issues") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            return try list(world.visibleProjects(below: group, to: call.caller), &world, call)
        },
        Route("projects/:id/issues") { (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            return try page(world.visibleIssues(in: project, to: call.caller), &world, call)
        },
        Route("projects/:id/issues/:issue_iid", kind: "issues") { (world, call) throws(Rejection) in
            let row = try world.issue(of: call)
            return Answer(row.resource.object.merging(["subscribed": false]))
        },
    ]

    private static let orders = [
        "created_at", "updated_at", "title", "id", "due_date", "weight", "relative_position",
        "label_priority", "milestone_due", "popularity", "priority",
    ]

    /// The orders in which a list can be paged by the last row seen.
    private static let keysetOrders = orders.prefix(7)

    private static func list(_ projects: [Project], _ world: inout World, _ call: Call) throws(Rejection)
        -> Answer
    {
        let withArchived = call.request["non_archived"] == "false"
        let chosen = projects.filter { withArchived || $0.resource["archived"].boolValue != true }
        return try page(chosen.flatMap { world.visibleIssues(in: $0, to: call.caller) }, &world, call)
    }

    private static func page(_ rows: [Issue], _ world: inout World, _ call: Call) throws(Rejection) -> Answer
    {
        let filter = try IssueFilter(call, today: world.clock)
        let order = try Order(call, keys: orders, sort: "desc")
        let ids = order.ids(rows.filter { filter.admits($0) }) { $0.key(order) }
        let withDetails = call.request.flag("with_labels_details")
        let render = { (world: inout World, id: Int) -> [UInt8] in
            withDetails ? world.issueWithLabels(id).serialized() : world.issues.serialized(id)
        }
        if call.request["pagination"] == "keyset" {
            guard keysetOrders.contains(order.key) else { throw KeysetPaging.unsupportedOrder }
            return try KeysetPaging.cursor(ids, call) { render(&world, $0) }
        }
        return try call.page(ids) { render(&world, $0) }
    }
}

extension Issue {
    /// The value of a column; what has none comes last in either direction.
    fileprivate func key(_ order: Order) -> Order.Key {
        func text(_ value: String?) -> Order.Key { .text(value ?? (order.isAscending ? "~" : "")) }
        func number(_ value: Int?) -> Order.Key {
            .number(value.map { Int64($0) } ?? (order.isAscending ? .max : .min))
        }
        switch order.key {
        case "due_date": return text(resource.text("due_date"))
        case "milestone_due": return text(resource["milestone"]["due_date"]?.stringValue)
        case "weight": return number(resource["weight"].intValue)
        case "popularity": return number(resource["upvotes"].intValue)
        case "relative_position", "label_priority", "priority": return key("id")
        default: return key(order.key)
        }
    }
}

extension World {
    fileprivate func issueWithLabels(_ id: Int) -> JSONValue {
        guard let row = issues[id] else { return .null }
        var object = row.resource.object
        object["labels"] = .array(row.labels.compactMap { label($0, in: row.parent)?.details })
        return object
    }

    func issue(of call: Call) throws(Rejection) -> Issue {
        let project = try project(of: call)
        let iid = try call.number("issue_iid")
        guard let id = issues.id(iid: iid, in: project.id), let row = issues[id],
            canSee(row, in: project, call.caller)
        else {
            throw .message(404, "404 Not found")
        }
        return row
    }
}
