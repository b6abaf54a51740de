package import WireFormat

/// One happening as GitLab tells hooks of it. Which hooks hear it is decided when it is sent.
package struct Announcement: Sendable {
    /// The switch a hook needs: `merge_requests_events`; `nil` for what every hook of the instance hears.
    package var trigger: String?
    /// `X-Gitlab-Event` for hooks of projects and groups: `Merge Request Hook`.
    package var header: String
    /// Hooks of the project and of the groups above it hear it.
    package var project: Int?
    /// Hooks of the group and of the groups above it hear it; with `project` that project's group need not be named.
    package var group: Int?
    /// For hooks of projects and groups; `nil` when only the instance's hear it.
    package var body: JSONValue?
    /// For hooks of the instance; `nil` when they do not hear it.
    package var systemBody: JSONValue?
    /// The branch a push moved, for the hooks' filters.
    package var branch: String?
    var at: Instant
}

extension World {
    /// Tells hooks, if there are any, of the world as it is now; the sending is the `FakeGitLab`'s.
    mutating func announce(_ announcement: (World) -> Announcement?) {
        guard !hooks.isEmpty, let announcement = announcement(self) else { return }
        announcements.append(announcement)
    }

    /// Something happened in a project; the instance's hooks hear it only with a body of their own.
    func announcement(
        _ header: String, _ trigger: String, in project: Int, _ body: JSONValue,
        system: JSONValue? = nil, branch: String? = nil
    ) -> Announcement {
        Announcement(
            trigger: trigger, header: header, project: project, body: body, systemBody: system,
            branch: branch, at: clock)
    }

    /// Something happened that administrators' hooks hear without being asked to.
    func announcement(system body: JSONValue) -> Announcement {
        Announcement(trigger: nil, header: "System Hook", systemBody: body, at: clock)
    }
}
