import WireFormat

/// The parameters that choose and sort deployments; some filters demand their order.
struct DeploymentFilter {
    let order: Order
    private let status: String
    private let environment: String?
    private let updated: (after: Instant?, before: Instant?)
    private let finished: (after: Instant?, before: Instant?)

    init(_ call: Call) throws(Rejection) {
        order = try Order(
            call, keys: ["id", "iid", "created_at", "updated_at", "finished_at", "ref"], sort: "asc")
        status = try call.word(
            "status",
            among: ["created", "running", "success", "failed", "canceled", "skipped", "blocked"], default: "")
        environment = call.request["environment"]
        updated = (try call.instant("updated_after"), try call.instant("updated_before"))
        finished = (try call.instant("finished_after"), try call.instant("finished_before"))
        if updated != (nil, nil), order.key != "updated_at" {
            throw .message(400, "400 Bad request - `updated_at` filter requires `updated_at` sort")
        }
        if finished != (nil, nil), order.key != "finished_at" {
            throw .message(400, "400 Bad request - `finished_at` filter requires `finished_at` sort.")
        }
        if finished != (nil, nil) || order.key == "finished_at", status != "success" {
            throw .message(
                400, "400 Bad request - `finished_at` filter must be combined with `success` status filter.")
        }
    }

    func admits(_ row: Deployment, in world: World) -> Bool {
        if !status.isEmpty, row.status != status { return false }
        if let environment, world.environments[row.environment]?.name != environment { return false }
        if let after = updated.after, row.resource.updatedAt < after { return false }
        if let before = updated.before, row.resource.updatedAt > before { return false }
        if let after = finished.after, row.finishedAt.map({ $0 < after }) ?? true { return false }
        if let before = finished.before, row.finishedAt.map({ $0 > before }) ?? true { return false }
        return true
    }
}
