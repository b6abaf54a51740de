import WireFormat

/// Notes of merge requests and issues.
///
/// <https://docs.gitlab.com/api/notes/>
enum NoteEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/merge_requests/:merge_request_iid/notes") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            return try list(world.mergeRequestNotes.rows(in: row.id), call) {
                world.mergeRequestNotes.serialized($0)
            }
        },
        Route("projects/:id/merge_requests/:merge_request_iid/notes", method: "POST") {
            (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            guard let user = call.caller.user else { throw .unauthorized }
            guard let body = text(of: call) else { throw .error(400, "body is missing") }
            guard let note = try? world.comment(on: row.iid, in: row.parent, by: user, body: body) else {
                throw .message(404, "404 Not found")
            }
            return Answer(status: 201, bytes: world.mergeRequestNotes.serialized(note))
        },
        Route("projects/:id/issues/:issue_iid/notes") { (world, call) throws(Rejection) in
            let row = try world.issue(of: call)
            return try list(world.issueNotes.rows(in: row.id), call) { world.issueNotes.serialized($0) }
        },
    ]

    private static func list(_ rows: [Note], _ call: Call, render: (Int) -> [UInt8]) throws(Rejection)
        -> Answer
    {
        let order = try Order(call, keys: ["created_at", "updated_at"], sort: "desc")
        let filter = try call.word(
            "activity_filter", among: ["all_notes", "only_comments", "only_activity"], default: "all_notes")
        let chosen = rows.filter { filter == "all_notes" || $0.isSystem == (filter == "only_activity") }
        return try call.page(order.ids(chosen) { $0.key(order.key) }, render: render)
    }

    /// The `body` parameter, from the query or a JSON body.
    private static func text(of call: Call) -> String? {
        let json = try? JSONValue(parsing: call.request.body)
        return json?["body"]?.stringValue ?? call.request["body"]
    }
}
