import WireFormat

/// Notes of merge requests and issues.
///
/// <https://docs.gitlab.com/api/notes/>
enum NoteEndpoints {
    static let routes: [Route] = below("merge_requests/:merge_request_iid") + below("issues/:issue_iid")

    private static func below(_ noteable: String) -> [Route] {
        let path = "projects/:id/\(noteable)/notes"
        return [
            Route(path) { (world, call) throws(Rejection) in try list(&world, call) },
            Route("\(path)/:note_id") { (world, call) throws(Rejection) in
                Answer(try world.note(of: call).resource.object)
            },
            Route(path, method: "POST") { (world, call) throws(Rejection) in
                let draft = try NoteDraft(call)
                let noteable = try world.noteable(of: call)
                return try draft.post(on: noteable, in: &world, call)
            },
            Route("\(path)/:note_id", method: "PUT") { (world, call) throws(Rejection) in
                let note = try world.note(of: call)
                guard world.mayEdit(note, call) else { throw .forbidden }
                let draft = try NoteDraft(call)
                do { try world.editNote(note.id, body: draft.text, by: call.caller.user) } catch {
                    throw .forbidden
                }
                return Answer(world.note(note.id)?.resource.object ?? .null)
            },
            Route("\(path)/:note_id", method: "DELETE") { (world, call) throws(Rejection) in
                let note = try world.note(of: call)
                guard world.mayEdit(note, call) else { throw .forbidden }
                do { try world.deleteNote(note.id) } catch { throw .forbidden }
                return Answer(status: 204, bytes: [])
            },
        ]
    }

    private static func list(_ world: inout World, _ call: Call) throws(Rejection) -> Answer {
        let rows = world.notes(on: try world.noteable(of: call))
        let order = try Order(call, keys: ["created_at", "updated_at"], sort: "desc")
        let filter = try call.word(
            "activity_filter", among: ["all_notes", "only_comments", "only_activity"], default: "all_notes")
        let chosen = rows.filter { filter == "all_notes" || $0.isSystem == (filter == "only_activity") }
        let hidden = Set(chosen.filter { !world.canSee($0, call) }.map(\.id))
        let ids = order.ids(chosen) { $0.key(order.key) }
        return try call.page(ids, shows: { !hidden.contains($0) }) { world.serializedNote($0) }
    }
}

extension World {
    /// The merge request or issue a path names; who reads its notes must be somebody.
    func noteable(of call: Call) throws(Rejection) -> Noteable {
        guard call.caller.user != nil else { throw .unauthorized }
        return call.path("merge_request_iid").isEmpty
            ? .issue(try issue(of: call).id) : .mergeRequest(try mergeRequest(of: call).id)
    }

    /// The note a path names, if it hangs there and may be seen.
    func note(of call: Call) throws(Rejection) -> Note {
        let noteable = try noteable(of: call)
        let id = try call.number("note_id")
        guard let note = notes(on: noteable).first(where: { $0.id == id }), canSee(note, call) else {
            throw .message(404, "404 Not found")
        }
        return note
    }

    /// The notes of a merge request or issue in order of creation.
    func notes(on noteable: Noteable) -> [Note] {
        switch noteable {
        case .mergeRequest(let id): mergeRequestNotes.rows(in: id)
        case .issue(let id): issueNotes.rows(in: id)
        }
    }

    func note(_ id: Int) -> Note? { mergeRequestNotes[id] ?? issueNotes[id] }

    mutating func serializedNote(_ id: Int) -> [UInt8] {
        mergeRequestNotes[id] == nil ? issueNotes.serialized(id) : mergeRequestNotes.serialized(id)
    }

    /// Internal notes are for Planners and above.
    ///
    /// <https://docs.gitlab.com/user/discussions/#add-an-internal-note>
    func canSee(_ note: Note, _ call: Call) -> Bool { !note.isInternal || role(of: call) >= .planner }

    /// Comments are for their author and for Maintainers to change, system notes for nobody.
    func mayEdit(_ note: Note, _ call: Call) -> Bool {
        !note.isSystem && (note.author == call.caller.user || role(of: call) >= .maintainer)
    }

    /// The caller's role in the project a path names.
    func role(of call: Call) -> AccessLevel {
        (try? project(of: call)).map { role(of: call.caller, in: $0) } ?? .none
    }
}
