import WireFormat

/// The parameters that choose merge requests: one condition each, all of which must hold.
struct MergeRequestFilter {
    typealias Condition = (MergeRequest) -> Bool

    static let orders = [
        "created_at", "updated_at", "merged_at", "title", "label_priority", "milestone_due", "popularity",
        "priority",
    ]

    private var conditions: [Condition] = []

    init(_ call: Call, in world: World) throws(Rejection) {
        let state = try call.word(
            "state", among: ["opened", "closed", "locked", "merged", "all"], default: "all")
        if state != "all" { conditions.append { $0.state == state } }
        let times = try TimeFilter(call)
        conditions.append { times.admits($0) }
        let numbers = call.request.list("iids")
        guard numbers.allSatisfy({ Int($0) != nil }) else { throw .type(of: "iids") }
        let iids = Set(numbers.compactMap { Int($0) })
        if !iids.isEmpty { conditions.append { iids.contains($0.iid) } }
        for key in ["source_branch", "target_branch"] {
            if let name = call.request[key] { conditions.append { $0.resource.text(key) == name } }
        }
        if let project = try call.integer("source_project_id") {
            conditions.append { $0.sourceProject == project }
        }
        if let isDraft = call.request.boolean("draft") ?? call.request.boolean("wip") {
            conditions.append { $0.isDraft == isDraft }
        }
        try addScope(call)
        addSearch(call)
        conditions += try Self.negatable(call) { $0 }
        conditions += try Self.negatable(call) { "not[\($0)]" }.map { condition in { !condition($0) } }
        try addApprovals(call, in: world)
        try addDeployments(call, in: world)
    }

    func admits(_ row: MergeRequest) -> Bool { conditions.allSatisfy { $0(row) } }

    private mutating func addScope(_ call: Call) throws(Rejection) {
        let fallback = call.request.segments == ["merge_requests"] ? "created_by_me" : "all"
        let words = ["created_by_me", "assigned_to_me", "reviews_for_me", "all"]
        let scope = (call.request["scope"] ?? fallback).replacing("-", with: "_")
        guard words.contains(scope) else { throw .value(of: "scope") }
        guard let user = call.caller.user else { return }
        switch scope {
        case "created_by_me": conditions.append { $0.resource.id(of: "author") == user }
        case "assigned_to_me": conditions.append { $0.people("assignees").contains(user) }
        case "reviews_for_me": conditions.append { $0.people("reviewers").contains(user) }
        default: break
        }
    }

    private mutating func addSearch(_ call: Call) {
        guard let search = call.request["search"]?.lowercased() else { return }
        let places = (call.request["in"] ?? "title,description").split(separator: ",").map(String.init)
        conditions.append { row in
            places.contains { row.resource.text($0)?.lowercased().contains(search) == true }
        }
    }

    /// What Premium knows of approvals, and who merged.
    private mutating func addApprovals(_ call: Call, in world: World) throws(Rejection) {
        if let id = try call.integer("merge_user_id") {
            conditions.append { $0.resource.id(of: "merge_user") == id }
        }
        if let name = call.request["merge_user_username"] {
            conditions.append { $0.resource["merge_user"]["username"]?.stringValue == name }
        }
        guard world.tier >= .premium else { return }
        try addMatch("approved_by_ids", call) { $0.approvals.map { String($0.user) } }
        try addMatch("approved_by_usernames", call) { $0.approvals.map { world.username($0.user) } }
        try addMatch("approver_ids", call) { row in
            world.rules(of: row.parent).flatMap(\.users).map { String($0) }
        }
    }

    /// All of a list of people, `None` or `Any`.
    private mutating func addMatch(
        _ name: String, _ call: Call, of people: @escaping (MergeRequest) -> [String]
    )
        throws(Rejection)
    {
        let wanted = call.request.list(name)
        guard !wanted.isEmpty else { return }
        if name.hasSuffix("ids"), wanted.count > 5 { throw .value(of: name) }
        switch wanted[0].lowercased() {
        case "none": conditions.append { people($0).isEmpty }
        case "any": conditions.append { !people($0).isEmpty }
        default: conditions.append { row in wanted.allSatisfy { people(row).contains($0) } }
        }
    }

    private mutating func addDeployments(_ call: Call, in world: World) throws(Rejection) {
        let after = try call.instant("deployed_after")
        let before = try call.instant("deployed_before")
        let environment = call.request["environment"]
        guard after != nil || before != nil || environment != nil else { return }
        let deployed = world.deployments.ids.compactMap { world.deployments[$0] }.filter { row in
            guard row.status == "success", let finished = row.finishedAt else { return false }
            if let environment, world.environments[row.environment]?.name != environment { return false }
            return after.map { finished >= $0 } ?? true && before.map { finished <= $0 } ?? true
        }
        let ids = Set(deployed.flatMap(\.mergeRequests))
        conditions.append { ids.contains($0.id) }
    }
}
