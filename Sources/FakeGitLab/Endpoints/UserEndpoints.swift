import WireFormat

/// The caller and other users.
///
/// <https://docs.gitlab.com/api/users/>
enum UserEndpoints {
    static let routes: [Route] = [
        Route("user", scopes: scopes) { (world, call) throws(Rejection) in
            guard let id = call.caller.user, let user = world.users[id] else { throw .unauthorized }
            return Answer(user.account(now: world.clock))
        },
        Route("users", scopes: scopes) { (world, call) throws(Rejection) in
            try list(&world, call)
        },
        Route("users/:user_id", scopes: scopes) { (world, call) throws(Rejection) in
            guard call.caller.user != nil else { throw .unauthorized }
            let id = try call.number("user_id")
            guard let user = world.users[id] else { throw .notFound("User") }
            return Answer(user.profile)
        },
    ]

    private static let scopes = ["api", "read_api", "read_user"]

    private static func list(_ world: inout World, _ call: Call) throws(Rejection) -> Answer {
        guard call.caller.user != nil else { throw .forbidden }
        let order = try Order(
            call, keys: ["id", "name", "username", "created_at", "updated_at"], sort: "desc")
        let username = call.request["username"]?.lowercased()
        let search = call.request["search"]?.lowercased()
        let times = try TimeFilter(call)
        let hidesBots = call.request.flag("humans") || call.request.flag("without_project_bots")
        let rows = world.users.ids.compactMap { world.users[$0] }.filter { user in
            if let username, user.resource.text("username")?.lowercased() != username { return false }
            if call.request.flag("active"), user.resource.text("state") != "active" { return false }
            if call.request.flag("blocked"), user.resource.text("state") != "blocked" { return false }
            // The fake has no external users.
            if call.request.flag("external") { return false }
            if call.caller.isAdministrator, !times.admits(user) { return false }
            if hidesBots, user.isBot { return false }
            guard let search else { return true }
            return ["username", "name"].contains {
                user.resource.text($0)?.lowercased().contains(search) == true
            }
        }
        let ids = order.ids(rows) { $0.key(order.key) }
        if call.request["pagination"] == "keyset" {
            return try KeysetPaging.cursor(ids, call) { world.users.serialized($0) }
        }
        try KeysetPaging.checkOffset(of: call, kind: "User")
        return try call.page(ids) { world.users.serialized($0) }
    }
}
