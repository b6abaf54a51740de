import WireFormat

/// One happening as GitLab tells hooks of it. Which hooks hear it is decided when it is sent.
struct Announcement: Sendable {
    /// The switch a hook needs: `merge_requests_events`; `nil` for what every hook of the instance hears.
    var trigger: String?
    /// `X-Gitlab-Event` for hooks of projects and groups: `Merge Request Hook`.
    var header: String
    /// Hooks of the project and of the groups above it hear it.
    var project: Int?
    /// Hooks of the group and of the groups above it hear it; with `project` that project's group need not be named.
    var group: Int?
    /// For hooks of projects and groups; `nil` when only the instance's hear it.
    var body: JSONValue?
    /// For hooks of the instance; `nil` when they do not hear it.
    var systemBody: JSONValue?
    /// The branch a push moved, for the hooks' filters.
    var branch: String?
    var at: Instant
}

extension World {
    /// Tells hooks, if there are any; the sending is the `FakeGitLab`'s.
    mutating func announce(_ announcement: @autoclosure () -> Announcement) {
        guard !hooks.isEmpty else { return }
        announcements.append(announcement())
    }
}
