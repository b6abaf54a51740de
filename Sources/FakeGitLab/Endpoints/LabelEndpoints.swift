import WireFormat

/// The labels a project or a group can use.
///
/// <https://docs.gitlab.com/api/labels/>, <https://docs.gitlab.com/api/group_labels/>
enum LabelEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/labels") { (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            guard call.caller.user != nil else { throw .unauthorized }
            let labels =
                call.request["include_ancestor_groups"] == "false"
                ? world.labels.rows(in: project.id) : world.labels(in: project.id)
            return try list(labels, call, world) { world.object(of: $0, among: [project.id], call) }
        },
        Route("projects/:id/labels/:name", kind: "labels") { (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            guard call.caller.user != nil else { throw .unauthorized }
            let label = try one(of: world.labels(in: project.id), call)
            return Answer(world.object(of: label, among: [project.id], call))
        },
        Route("groups/:id/labels") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            guard call.caller.user != nil else { throw .unauthorized }
            let below = world.descendants(ofGroup: group.id)
            var places = call.request.flag("include_descendant_groups") ? below : [group.id]
            if call.request["include_ancestor_groups"] != "false" {
                places += world.ancestors(ofGroup: group.id).dropFirst()
            }
            var labels = places.flatMap { world.labels.rows(in: -$0) }
            let projects = world.visibleProjects(below: group, to: call.caller)
            if call.request["only_group_labels"] == "false" {
                labels += projects.flatMap { world.labels.rows(in: $0.id) }
            }
            return try list(labels, call, world) { world.object(of: $0, among: projects.map(\.id), call) }
        },
        Route("groups/:id/labels/:name", kind: "labels") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            guard call.caller.user != nil else { throw .unauthorized }
            let labels = world.ancestors(ofGroup: group.id).flatMap { world.labels.rows(in: -$0) }
            let projects = world.visibleProjects(below: group, to: call.caller)
            return Answer(world.object(of: try one(of: labels, call), among: projects.map(\.id), call))
        },
    ]

    private static func list(
        _ labels: [Label], _ call: Call, _ world: World, render: (Label) -> JSONValue
    ) throws(Rejection) -> Answer {
        let search = call.request["search"]?.lowercased()
        let archived = call.request.boolean("archived")
        let rows = labels.filter { label in
            if let archived, label.resource["archived"].boolValue != archived { return false }
            guard let search else { return true }
            return ["name", "description"].contains {
                label.resource.text($0)?.lowercased().contains(search) == true
            }
        }
        return try call.page(rows.sorted { ($0.name, $0.id) < ($1.name, $1.id) }) {
            render($0).serialized()
        }
    }

    /// A label by its id or name.
    private static func one(of labels: [Label], _ call: Call) throws(Rejection) -> Label {
        let name = call.path("name")
        guard let label = labels.first(where: { $0.name == name || String($0.id) == name }) else {
            throw .notFound("Label")
        }
        return label
    }
}

extension World {
    /// A label as the list of a project, or of a group, shows it.
    ///
    /// - Parameter projects: in which it is counted, when asked for.
    fileprivate func object(of label: Label, among projects: [Int], _ call: Call) -> JSONValue {
        let isGroups = call.request.segments.first == "groups"
        var object = isGroups ? label.ofGroup : label.resource.object
        guard call.request.flag("with_counts") else { return object }
        func count(_ rows: [some Stored], _ state: String) -> JSONValue {
            let carrying = rows.filter { row in
                row.resource.text("state") == state
                    && row.resource["labels"].arrayValue?.contains(.string(label.name)) == true
            }
            return .int(carrying.count)
        }
        let issues = projects.flatMap { self.issues.rows(in: $0) }
        let mergeRequests = projects.flatMap { self.mergeRequests.rows(in: $0) }
        object["open_issues_count"] = count(issues, "opened")
        object["closed_issues_count"] = count(issues, "closed")
        object["open_merge_requests_count"] = count(mergeRequests, "opened")
        return object
    }

    /// The projects of a group and of all groups below it that the caller may see.
    func visibleProjects(below group: Group, to caller: Caller) -> [Project] {
        descendants(ofGroup: group.id).flatMap { projects.rows(in: $0) }.filter { canSee($0, caller) }
    }
}
