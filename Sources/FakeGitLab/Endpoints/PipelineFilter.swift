import WireFormat

/// The parameters that choose pipelines.
struct PipelineFilter {
    static let statuses = [
        "created", "waiting_for_resource", "preparing", "waiting_for_callback", "pending", "running",
        "success",
        "failed", "canceling", "canceled", "skipped", "manual", "scheduled",
    ]

    private let scope: String
    private let status: String
    private let texts: [(key: String, value: String)]
    private let source: String?
    private let username: String?
    private let times: TimeFilter

    init(_ call: Call) throws(Rejection) {
        scope = try call.word(
            "scope", among: ["running", "pending", "finished", "branches", "tags"], default: "")
        status = try call.word("status", among: Self.statuses, default: "")
        texts = ["ref", "sha", "name"].compactMap { key in call.request[key].map { (key, $0) } }
        source = call.request["source"]
        username = call.request["username"]
        times = try TimeFilter(call)
    }

    /// Of the scopes `branches` and `tags`, the latest pipeline of each one that exists.
    func scoped(_ rows: [Pipeline], in world: World) -> [Pipeline] {
        guard scope == "branches" || scope == "tags" else { return rows }
        var latest: [String: Int] = [:]
        for row in rows where row.isTag == (scope == "tags") {
            let repository = world.repositories[row.parent]
            let exists = row.isTag ? repository?.tags[row.ref] != nil : repository?.heads[row.ref] != nil
            if exists { latest[row.ref] = row.id }
        }
        return rows.filter { latest[$0.ref] == $0.id }
    }

    func admits(_ row: Pipeline, in world: World) -> Bool {
        if !status.isEmpty, row.status != status { return false }
        switch scope {
        case "running", "pending": if row.status != scope { return false }
        case "finished": if !["success", "failed", "canceled"].contains(row.status) { return false }
        default: break
        }
        let origin = row.resource.text("source")
        // Child pipelines show only to those who ask for them.
        if let source {
            if origin != source { return false }
        } else if origin == "parent_pipeline" {
            return false
        }
        if let username, row.user.map({ world.username($0) }) != username { return false }
        return times.admits(row) && texts.allSatisfy { row.resource.text($0.key) == $0.value }
    }
}
