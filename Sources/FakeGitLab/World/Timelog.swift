import WireFormat

/// Time somebody booked on a merge request or issue. REST shows sums only, in `time_stats`.
///
/// <https://docs.gitlab.com/user/project/time_tracking/>
struct Timelog: Stored {
    var resource: Resource
    let project: Int
    /// When the work was done, which may lie before the booking.
    let spentAt: Instant
    /// Negative when time is taken back.
    let seconds: Int
    let summary: String?

    /// Who worked.
    var user: Int {
        get { resource["user_id"].intValue ?? World.ghost }
        set { resource["user_id"] = .int(newValue) }
    }

    /// What it is booked on.
    var noteable: Noteable { Noteable(parent: parent) }

    init(
        id: Int, noteable: Noteable, project: Int, user: Int, spentAt: Instant, seconds: Int,
        summary: String?, now: Instant
    ) {
        var object: JSONValue = [
            "id": .int(id), "project_id": .int(project), "user_id": .int(user),
            "time_spent": .int(seconds), "spent_at": .moment(spentAt), "summary": .text(summary),
        ]
        switch noteable {
        case .mergeRequest(let id): object["merge_request_id"] = .int(id)
        case .issue(let id): object["issue_id"] = .int(id)
        }
        resource = Resource(id: id, parent: noteable.parent, createdAt: now, object: object)
        self.project = project
        self.spentAt = spentAt
        self.seconds = seconds
        self.summary = summary
    }
}

extension TimeStats {
    /// Seconds as GitLab writes them: eight hours a day, five days a week, four weeks a month.
    ///
    /// `nil` for none.
    static func text(_ seconds: Int) -> String? {
        guard seconds != 0 else { return nil }
        var rest = abs(seconds)
        var parts: [String] = []
        for (name, size) in [
            ("mo", 576_000), ("w", 144_000), ("d", 28_800), ("h", 3600), ("m", 60), ("s", 1),
        ] where rest >= size {
            parts.append("\(rest / size)\(name)")
            rest %= size
        }
        return (seconds < 0 ? "-" : "") + parts.joined(separator: " ")
    }

    static func object(estimate: Int, spent: Int) -> JSONValue {
        [
            "time_estimate": .int(estimate), "total_time_spent": .int(spent),
            "human_time_estimate": .text(text(estimate)), "human_total_time_spent": .text(text(spent)),
        ]
    }
}
