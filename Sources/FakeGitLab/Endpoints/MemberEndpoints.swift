import WireFormat

/// Who works in a project or group, by which role.
///
/// <https://docs.gitlab.com/api/members/>
enum MemberEndpoints {
    static let routes: [Route] = [
        Route("groups/:id/members") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            return try list(Array((world.groupMembers[group.id] ?? [:]).values), world, call)
        },
        Route("groups/:id/members/all", kind: "members") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            return try list(world.allMembers(ofGroup: group.id), world, call)
        },
        Route("projects/:id/members") { (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            return try list(Array((world.projectMembers[project.id] ?? [:]).values), world, call)
        },
        Route("projects/:id/members/all", kind: "members") { (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            return try list(world.allMembers(ofProject: project.id), world, call)
        },
    ]

    private static func list(_ members: [Member], _ world: World, _ call: Call) throws(Rejection) -> Answer {
        guard call.caller.user != nil else { throw .unauthorized }
        let query = call.request["query"]?.lowercased()
        let wanted = try call.integers("user_ids")
        let skipped = try call.integers("skip_users")
        let state =
            world.tier >= .premium
            ? try call.word("state", among: ["awaiting", "active"], default: "active") : "active"
        let rows = members.sorted { $0.user < $1.user }.filter { member in
            guard state == "active", !member.isExpired(at: world.clock) else { return false }
            if !wanted.isEmpty, !wanted.contains(member.user) { return false }
            if skipped.contains(member.user) { return false }
            guard let query else { return true }
            return ["username", "name"].contains {
                world.users[member.user]?.resource.text($0)?.lowercased().contains(query) == true
            }
        }
        let withSeats = call.request.flag("show_seat_info")
        return try call.page(rows) { $0.object(in: world, withSeats: withSeats).serialized() }
    }
}

extension Call {
    /// An array of numbers, also as one text with commas.
    func integers(_ name: String) throws(Rejection) -> Set<Int> {
        let texts = request.list(name).flatMap { $0.split(separator: ",").map(String.init) }
        guard texts.allSatisfy({ Int($0) != nil }) else { throw .type(of: name) }
        return Set(texts.compactMap { Int($0) })
    }
}
