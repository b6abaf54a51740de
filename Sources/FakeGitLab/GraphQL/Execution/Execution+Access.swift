import Foundation
import WireFormat

/// What the caller may see: things kept from them are null, without an error.
extension GraphQL.Execution {
    func project(_ id: Int) -> Project? {
        world.projects[id].flatMap { world.canSee($0, caller) ? $0 : nil }
    }

    func group(_ id: Int) -> Group? { world.groups[id].flatMap { world.canSee($0, caller) ? $0 : nil } }

    func mergeRequest(_ id: Int) -> MergeRequest? {
        world.mergeRequests[id].flatMap { project($0.parent) == nil ? nil : $0 }
    }

    func issue(_ id: Int) -> Issue? {
        guard let row = world.issues[id], let project = project(row.parent),
            world.canSee(row, in: project, caller)
        else { return nil }
        return row
    }

    /// Whether the caller reads what REST shows reporters: pipelines, environments, deployments, commits.
    func readsDelivery(of project: Project) -> Bool {
        world.allows(caller, atLeast: .reporter, in: project)
    }

    func user(named name: String) -> Int? {
        world.users.ids.first { world.users[$0]?.resource.text("username") == name }
    }

    /// The user a commit's address belongs to.
    func user(withEmail email: String?) -> Int? {
        if people == nil {
            people = Dictionary(
                world.users.ids.compactMap { id in
                    world.users[id]?.resource.text("username").map { ("\($0)@example.com", id) }
                }
            ) { first, _ in first }
        }
        return email.flatMap { people?[$0] }
    }

    /// The label a name means in a project.
    func label(_ name: String, in project: Int) -> Label? {
        if labels[project] == nil {
            labels[project] = Dictionary(world.labels(in: project).map { ($0.name, $0) }) { first, _ in first
            }
        }
        return labels[project]?[name]
    }

    /// Rows with ids of their own, paged by what they are sorted by.
    func connection<Row: Stored & GraphQL.Node>(
        _ element: String, _ rows: [Row], _ sorting: GraphQL.Connection.Sorting,
        _ field: GraphQL.PlannedField, key: (Row) -> Order.Key
    ) throws(GraphQL.Failure) -> GraphQL.Connection {
        let byID = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
        return try GraphQL.Connection(
            element, rows.map { .init(key: key($0), id: $0.id) }, by: sorting, field, self
        ) { byID[$0] }
    }
}

extension Stored {
    /// A field that REST has under the underscored name.
    func plain(_ field: GraphQL.PlannedField) -> GraphQL.Value { .json(resource[field.restName]) }

    /// Its page without scheme and host.
    var webPath: String { resource.text("web_url")?.pathOfAddress ?? "" }
}

extension String {
    /// An address without scheme and host: `/group/app/-/issues/7`.
    var pathOfAddress: String {
        guard let host = range(of: "://") else { return self }
        return String(self[host.upperBound...].drop { $0 != "/" })
    }
}
