import WireFormat

/// The parameters that choose projects.
struct ProjectFilter {
    private let caller: Caller
    private let isMember: Bool
    private let leastRole: AccessLevel?
    private let isArchived: Bool?
    private let isStarred: Bool
    private let topics: [String]
    /// Settings that must be on.
    private let features: [String]
    private let visibility: String?
    private let search: String?
    private let searchesNamespaces: Bool
    private let ids: (after: Int?, before: Int?)
    private let activity: (after: Instant?, before: Instant?)
    private let updated: (after: Instant?, before: Instant?)

    init(_ call: Call) throws(Rejection) {
        caller = call.caller
        isMember = call.request.flag("membership") || call.request.flag("owned")
        let least = try call.integer("min_access_level").map { AccessLevel(rawValue: $0) }
        leastRole = call.request.flag("owned") ? .owner : least
        let archived = call.request.boolean("archived")
        isArchived = archived ?? call.request["active"].map { $0 == "false" }
        isStarred = call.request.flag("starred")
        topics = (call.request["topic"] ?? "").split(separator: ",").map { $0.lowercased() }
        features = ["issues_enabled", "merge_requests_enabled"].filter { call.request.flag("with_\($0)") }
        visibility = call.request["visibility"]
        search = call.request["search"]?.lowercased()
        searchesNamespaces = call.request.flag("search_namespaces")
        ids = (try call.integer("id_after"), try call.integer("id_before"))
        activity = (try call.instant("last_activity_after"), try call.instant("last_activity_before"))
        updated = (try call.instant("updated_after"), try call.instant("updated_before"))
        if updated != (nil, nil), call.request["order_by"] != "updated_at" {
            throw .error(400, "updated_at filter and updated_at sorting must be paired")
        }
    }

    func admits(_ project: Project, in world: World) -> Bool {
        guard world.canSee(project, caller) else { return false }
        let role = caller.user.map { world.access(of: $0, toProject: project.id) } ?? .none
        if isMember, role < .guest { return false }
        if let leastRole, role < leastRole { return false }
        if let isArchived, project.resource["archived"].boolValue != isArchived { return false }
        // Nobody stars anything here.
        if isStarred || features.contains(where: { project.resource[$0].boolValue != true }) { return false }
        let own = project.resource["topics"].arrayValue?.compactMap { $0.stringValue?.lowercased() } ?? []
        if !topics.allSatisfy(own.contains) { return false }
        if let visibility, project.visibility != visibility { return false }
        if let after = ids.after, project.id <= after { return false }
        if let before = ids.before, project.id >= before { return false }
        let last = project.resource.object.instant("last_activity_at") ?? project.resource.createdAt
        if let after = activity.after, last < after { return false }
        if let before = activity.before, last > before { return false }
        if let after = updated.after, project.resource.updatedAt < after { return false }
        if let before = updated.before, project.resource.updatedAt > before { return false }
        guard let search else { return true }
        let place = searchesNamespaces ? project.path : project.resource.text("path") ?? ""
        return place.lowercased().contains(search)
            || project.resource.text("name")?.lowercased().contains(search) == true
    }
}
