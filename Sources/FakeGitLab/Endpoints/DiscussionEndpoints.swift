import WireFormat

/// Threads, lone comments and system notes of merge requests and issues.
///
/// <https://docs.gitlab.com/api/discussions/>
enum DiscussionEndpoints {
    static let routes: [Route] =
        below("merge_requests/:merge_request_iid") + below("issues/:issue_iid") + [
            Route(
                "projects/:id/merge_requests/:merge_request_iid/discussions/:discussion_id", method: "PUT"
            ) { (world, call) throws(Rejection) in try resolve(&world, call) }
        ]

    private static func below(_ noteable: String) -> [Route] {
        let path = "projects/:id/\(noteable)/discussions"
        return [
            Route(path) { (world, call) throws(Rejection) in
                let noteable = try world.noteable(of: call)
                let all = world.notes(on: noteable)
                let threads = Dictionary(grouping: all, by: \.discussion)
                let order = all.filter { threads[$0.discussion]?.first?.id == $0.id }.map(\.discussion)
                let visible = threads.mapValues { notes in notes.filter { world.canSee($0, call) } }
                return try call.page(order, shows: { visible[$0]?.isEmpty == false }) { id in
                    object(visible[id] ?? []).serialized()
                }
            },
            Route("\(path)/:discussion_id") { (world, call) throws(Rejection) in
                Answer(object(try thread(world, call)))
            },
            Route("\(path)/:discussion_id/notes", method: "POST") { (world, call) throws(Rejection) in
                let draft = try NoteDraft(call)
                let notes = try thread(world, call)
                return try draft.post(
                    on: try world.noteable(of: call), answering: notes.first?.id, in: &world, call)
            },
        ]
    }

    private static func resolve(_ world: inout World, _ call: Call) throws(Rejection) -> Answer {
        let notes = try thread(world, call)
        let json = try? JSONValue(parsing: call.request.body)
        guard let isResolved = json?["resolved"]?.boolValue ?? call.request.boolean("resolved")
        else { throw .error(400, "resolved is missing") }
        let isAuthor = try world.mergeRequest(of: call).author == call.caller.user
        guard let user = call.caller.user, isAuthor || world.role(of: call) >= .developer,
            let note = notes.first(where: \.isResolvable)
        else { throw .forbidden }
        do { try world.resolveThread(of: note.id, by: user, isResolved: isResolved) } catch {
            throw .forbidden
        }
        return Answer(object(try thread(world, call)))
    }

    /// The notes of the thread a path names, as far as the caller may see them.
    private static func thread(_ world: World, _ call: Call) throws(Rejection) -> [Note] {
        let notes = world.notes(on: try world.noteable(of: call)).filter { note in
            note.discussion == call.path("discussion_id") && world.canSee(note, call)
        }
        guard !notes.isEmpty else { throw .notFound("Discussion") }
        return notes
    }

    private static func object(_ notes: [Note]) -> JSONValue {
        let resolvable = notes.filter(\.isResolvable)
        return [
            "id": .text(notes.first?.discussion), "individual_note": .bool(notes.first?.type == nil),
            "notes": .array(notes.map(\.resource.object)), "resolvable": .bool(!resolvable.isEmpty),
            "resolved": .bool(!resolvable.isEmpty && resolvable.allSatisfy(\.isResolved)),
        ]
    }
}
