import WireFormat

/// A text somebody sends to be a note, as GitLab checks and takes it.
struct NoteDraft {
    private static let limit = 1_000_000
    private static let countLimit = 5000

    let text: String
    private let isInternal: Bool
    private let createdAt: Instant?

    init(_ call: Call) throws(Rejection) {
        let json = try? JSONValue(parsing: call.request.body)
        guard let text = json?["body"]?.stringValue ?? call.request["body"] else {
            throw .error(400, "body is missing")
        }
        guard !text.isEmpty else { throw Self.refusal("can't be blank") }
        guard text.unicodeScalars.count <= Self.limit else {
            throw Self.refusal("is too long (maximum is \(Self.limit) characters)")
        }
        self.text = text
        isInternal = json?["internal"]?.boolValue ?? call.request.flag("internal")
        createdAt = json?.instant("created_at")
    }

    /// Makes the note, after the quick actions in it; where nothing else is said, there is none and the answer is 202.
    ///
    /// - Parameter answered: the note it answers to.
    func post(on noteable: Noteable, answering answered: Int? = nil, in world: inout World, _ call: Call)
        throws(Rejection)
        -> Answer
    {
        guard let user = call.caller.user else { throw .unauthorized }
        guard world.notes(on: noteable).count < Self.countLimit else {
            throw .message(400, "400 Bad request - Note {:base=>[\"Maximum number of comments exceeded\"]}")
        }
        let actions = QuickActions(text)
        let summary = try actions.run(on: noteable, by: user, in: &world, role: world.role(of: call))
        guard !actions.rest.isEmpty else {
            return Answer(
                status: 202,
                ["commands_changes": actions.changes, "summary": .array(summary.map { .string($0) })])
        }
        let moment = world.clock
        defer { world.clock = moment }
        // Only who owns the project may write into the past.
        if let createdAt, world.role(of: call) >= .owner { world.clock = createdAt }
        let id = try make(actions.rest, on: noteable, answering: answered, by: user, in: &world, call)
        return Answer(
            status: 201,
            world.note(id)?.resource.object.merging(["commands_changes": actions.changes]) ?? .null)
    }

    private func make(
        _ body: String, on noteable: Noteable, answering answered: Int?, by user: Int, in world: inout World,
        _ call: Call
    ) throws(Rejection) -> Int {
        let isInternal = isInternal && world.role(of: call) >= .planner
        do throws(WorldError) {
            if let answered { return try world.reply(to: answered, by: user, body: body) }
            switch noteable {
            case .mergeRequest(let id):
                guard let row = world.mergeRequests[id] else { throw .missing("merge request", id) }
                return try world.comment(
                    on: row.iid, in: row.parent, by: user, body: body, isInternal: isInternal)
            case .issue(let id):
                guard let row = world.issues[id] else { throw .missing("issue", id) }
                return try world.comment(
                    onIssue: row.iid, in: row.parent, by: user, body: body, isInternal: isInternal)
            }
        } catch {
            throw .message(400, "400 Bad request - Discussion can not be replied to.")
        }
    }

    private static func refusal(_ reason: String) -> Rejection {
        .message(400, "400 Bad request - Note {:note=>[\"\(reason)\"]}")
    }
}
