/// A merge request or an issue by its id: what notes, labels, milestones and booked time hang on.
enum Noteable: Hashable, Sendable {
    case mergeRequest(Int)
    case issue(Int)

    /// Under which children of either kind lie in one table: the id, that of an issue negated.
    var parent: Int {
        switch self {
        case .mergeRequest(let id): id
        case .issue(let id): -id
        }
    }

    init(parent: Int) { self = parent < 0 ? .issue(-parent) : .mergeRequest(parent) }
}

extension World {
    /// The object of a merge request or issue; `nil` once it is deleted.
    func resource(of noteable: Noteable) -> Resource? {
        switch noteable {
        case .mergeRequest(let id): mergeRequests[id]?.resource
        case .issue(let id): issues[id]?.resource
        }
    }

    /// Changes the object of a merge request or issue in place.
    mutating func change(_ noteable: Noteable, _ change: (inout Resource) -> Void) {
        switch noteable {
        case .mergeRequest(let id):
            if var resource = mergeRequests[id]?.resource {
                change(&resource)
                mergeRequests[id]?.resource = resource
            }
        case .issue(let id):
            if var resource = issues[id]?.resource {
                change(&resource)
                issues[id]?.resource = resource
            }
        }
    }

    /// Makes a change, and tells hooks what of it the merge request or issue shows.
    mutating func update(_ noteable: Noteable, by user: Int, _ change: (inout World) -> Void) {
        switch noteable {
        case .mergeRequest(let id):
            let before = mergeRequests[id]
            change(&self)
            announce("update", mergeRequest: id, by: user, since: before)
        case .issue(let id):
            let before = issues[id]
            change(&self)
            announce("update", issue: id, by: user, since: before)
        }
    }

    /// Moves `updated_at`, as a change of a field does.
    mutating func touch(_ noteable: Noteable) {
        let clock = clock
        change(noteable) { $0.update(at: clock) }
    }

    @discardableResult
    mutating func addSystemNote(on noteable: Noteable, by user: Int, body: String, action: String) -> Int {
        switch noteable {
        case .mergeRequest(let id):
            addNote(onMergeRequest: id, by: user, body: body, isSystem: true, action: action)
        case .issue(let id): addNote(onIssue: id, by: user, body: body, isSystem: true, action: action)
        }
    }
}
