import WireFormat

/// The parameters that choose events. `before` and `after` are days, and exclude the day they name.
struct EventFilter {
    private static let names = [
        "approved": ["approved"], "closed": ["closed"], "commented": ["commented on"],
        "created": ["opened", "created"],
        "destroyed": ["deleted"], "expired": ["expired"], "joined": ["joined"], "left": ["left"],
        "merged": ["accepted"], "pushed": ["pushed to", "pushed new"], "reopened": ["reopened"],
        "updated": ["updated"],
    ]

    private static let types = [
        "issue": ["Issue", "WorkItem"], "merge_request": ["MergeRequest"],
        "note": ["Note", "DiffNote", "DiscussionNote"], "milestone": ["Milestone"], "project": ["Project"],
        "snippet": ["Snippet"], "user": ["User"], "wiki": ["WikiPage::Meta"],
        "design": ["DesignManagement::Design"],
    ]

    private let actions: [String]?
    private let targets: [String]?
    private let before: String?
    private let after: String?

    init(_ call: Call) throws(Rejection) {
        let action = try call.word("action", among: Array(Self.names.keys), default: "")
        let type = try call.word("target_type", among: Array(Self.types.keys), default: "")
        actions = Self.names[action]
        targets = Self.types[type]
        before = try call.instant("before")?.day
        after = try call.instant("after")?.day
    }

    func admits(_ row: Event) -> Bool {
        if let actions, !actions.contains(row.resource.text("action_name") ?? "") { return false }
        if let targets, !targets.contains(row.resource.text("target_type") ?? "") { return false }
        guard before != nil || after != nil else { return true }
        let day = row.resource.createdAt.day
        if let before, day >= before { return false }
        if let after, day <= after { return false }
        return true
    }
}
