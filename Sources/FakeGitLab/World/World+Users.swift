public import Foundation
import WireFormat

extension World {
    /// The id of the user who stands in for deleted authors.
    public static let ghost = 999_999

    mutating func insertGhost() {
        users.insert(
            User(id: Self.ghost, username: "ghost", name: "Ghost User", createdAt: clock, host: externalURL))
    }

    /// Adds a user and returns the id.
    @discardableResult
    public mutating func addUser(
        _ username: String, name: String? = nil, isBot: Bool = false, isAdministrator: Bool = false
    ) -> Int {
        let id = sequences.next(.user)
        var user = User(
            id: id, username: username, name: name ?? username, createdAt: clock, host: externalURL)
        user.isBot = isBot
        user.isAdministrator = isAdministrator
        users.insert(user)
        announce("user_create", user: id)
        return id
    }

    /// Adds a token of the user.
    ///
    /// - Parameters:
    ///   - value: what the request must send.
    ///   - expiresAt: the day from whose 00:00 UTC on it is refused.
    public mutating func addToken(
        _ value: String, for user: Int, name: String = "token", scopes: [String] = ["read_api"],
        expiresAt: Date? = nil, isRevoked: Bool = false
    ) {
        tokens[value] = Token(
            id: sequences.next(.token), user: user, name: name, scopes: scopes,
            expiresAt: expiresAt.map { Instant($0).day }, isRevoked: isRevoked, createdAt: clock)
    }

    public mutating func revokeToken(_ value: String) { tokens[value]?.isRevoked = true }

    /// Adds a project access token: a bot user `project_<id>_bot_…`, a member with that role.
    ///
    /// - Returns: the bot's id.
    @discardableResult
    public mutating func addProjectToken(
        _ value: String, project: Int, access: AccessLevel = .maintainer, scopes: [String] = ["read_api"],
        expiresAt: Date? = nil
    ) -> Int {
        let suffix = SHA1.hex("bot \(project) \(sequences.next(.namespace, in: project))").prefix(16)
        let bot = addUser("project_\(project)_bot_\(suffix)", name: "ci-token", isBot: true)
        addMember(bot, toProject: project, access: access)
        addToken(value, for: bot, name: "ci-token", scopes: scopes, expiresAt: expiresAt)
        tokens[value]?.home = .project(project)
        return bot
    }

    /// Deletes a user as GitLab does: contributions stay and move to the ghost. O(world).
    public mutating func deleteUser(_ id: Int) {
        announce("user_destroy", user: id)
        let ghost = basic(Self.ghost)
        func replace(_ row: inout some Stored, _ keys: [String]) {
            for key in keys where row.resource.id(of: key) == id { row.resource[key] = ghost }
        }
        mergeRequests.updateAll { row in
            replace(&row, ["author", "merged_by", "merge_user", "closed_by"])
            row.approvals.removeAll { $0.user == id }
            row.reviews.removeAll { $0.user == id }
            if row.resource.id(of: "assignee") == id {
                row.resource["assignee"] = nil
                row.resource["assignees"] = []
            }
            let reviewers = row.resource["reviewers"].arrayValue ?? []
            if reviewers.contains(where: { $0["id"]?.intValue == id }) {
                row.resource["reviewers"] = .array(reviewers.filter { $0["id"]?.intValue != id })
            }
        }
        mergeRequestNotes.updateAll { replace(&$0, ["author", "resolved_by"]) }
        issues.updateAll { row in
            replace(&row, ["author", "closed_by"])
            let assignees = row.resource["assignees"].arrayValue ?? []
            let others = assignees.filter { $0["id"]?.intValue != id }
            guard others.count < assignees.count else { return }
            row.resource["assignees"] = .array(others)
            row.resource["assignee"] = others.first ?? .null
        }
        issueNotes.updateAll { replace(&$0, ["author"]) }
        stateEvents.updateAll { replace(&$0, ["user"]) }
        labelEvents.updateAll { replace(&$0, ["user"]) }
        milestoneEvents.updateAll { replace(&$0, ["user"]) }
        pipelines.updateAll { if $0.user == id { $0.user = nil } }
        deployments.updateAll { row in
            if row.resource.id(of: "user") == id { row.resource["user"] = nil }
        }
        events.updateAll { row in
            guard row.resource["author_id"].intValue == id else { return }
            row.resource["author"] = ghost
            row.resource["author_id"] = .int(Self.ghost)
            row.resource["author_username"] = "ghost"
        }
        timelogs.updateAll { if $0.user == id { $0.user = Self.ghost } }
        for key in groupMembers.keys { groupMembers[key]?[id] = nil }
        for key in projectMembers.keys { projectMembers[key]?[id] = nil }
        tokens = tokens.filter { $0.value.user != id }
        users.remove(id)
    }

    /// The short form of a user, or the ghost's where the user is gone.
    func basic(_ user: Int) -> JSONValue { (users[user] ?? users[Self.ghost])?.basic ?? .null }

    func username(_ user: Int) -> String { users[user]?.resource.text("username") ?? "ghost" }
}
