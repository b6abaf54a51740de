import WireFormat

/// The lines of a text that GitLab takes for commands, and what is left to be said. A small part of GitLab's.
///
/// <https://docs.gitlab.com/user/project/quick_actions/>
struct QuickActions {
    private enum Command {
        case label(String), unlabel(String), close, reopen, draft, ready, approve
    }

    private let commands: [Command]
    /// The text without the commands; empty when it holds nothing else.
    let rest: String
    /// What REST calls `commands_changes`.
    let changes: JSONValue

    init(_ text: String) {
        var commands: [Command] = []
        var rest: [String] = []
        var changes: JSONValue = [:]
        var isCode = false
        for line in text.split(separator: /\r?\n/, omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") { isCode.toggle() }
            guard !isCode, let command = Self.command(line) else {
                rest.append(line)
                continue
            }
            commands.append(command)
            let change = Self.change(command)
            changes[change.0] = change.1
        }
        self.commands = commands
        self.changes = changes
        let said = rest.joined(separator: "\n")
        self.rest = said.allSatisfy(\.isWhitespace) ? "" : said
    }

    /// Carries the commands out.
    ///
    /// - Returns: a sentence for each.
    /// - Throws: 400 for what the caller may not do or what makes no sense there.
    func run(on noteable: Noteable, by user: Int, in world: inout World, role: AccessLevel)
        throws(Rejection)
        -> [String]
    {
        var summary: [String] = []
        for command in commands {
            do throws(WorldError) {
                guard role >= .reporter else { throw WorldError("too low a role") }
                summary.append(try Self.run(command, on: noteable, by: user, in: &world))
            } catch {
                throw .message(400, "400 Bad request - Failed to apply commands.")
            }
        }
        return summary
    }

    private static func command(_ line: String) -> Command? {
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        let name = words.count > 1 ? words[1].trimmed("~\" ") : ""
        switch words.first {
        case "/label" where !name.isEmpty: return .label(name)
        case "/unlabel" where !name.isEmpty: return .unlabel(name)
        case "/close": return .close
        case "/reopen": return .reopen
        case "/draft": return .draft
        case "/ready": return .ready
        case "/approve": return .approve
        default: return nil
        }
    }

    private static func change(_ command: Command) -> (String, JSONValue) {
        switch command {
        case .label(let name): ("add_label_ids", [.string(name)])
        case .unlabel(let name): ("remove_label_ids", [.string(name)])
        case .close: ("state_event", "close")
        case .reopen: ("state_event", "reopen")
        case .draft: ("wip_event", "draft")
        case .ready: ("wip_event", "ready")
        case .approve: ("approve", true)
        }
    }

    private static func run(_ command: Command, on noteable: Noteable, by user: Int, in world: inout World)
        throws(WorldError)
        -> String
    {
        guard let row = world.resource(of: noteable) else { throw .missing("parent", noteable.parent) }
        let labels = world.labelNames(of: noteable)
        switch (command, noteable) {
        case (.label(let name), .mergeRequest):
            try world.setLabels(labels + [name], ofMergeRequest: row.iid, in: row.parent, by: user)
        case (.label(let name), .issue):
            try world.setLabels(labels + [name], ofIssue: row.iid, in: row.parent, by: user)
        case (.unlabel(let name), .mergeRequest):
            try world.setLabels(
                labels.filter { $0 != name }, ofMergeRequest: row.iid, in: row.parent, by: user)
        case (.unlabel(let name), .issue):
            try world.setLabels(labels.filter { $0 != name }, ofIssue: row.iid, in: row.parent, by: user)
        case (.close, .mergeRequest): try world.closeMergeRequest(row.iid, in: row.parent, by: user)
        case (.close, .issue): try world.closeIssue(row.iid, in: row.parent, by: user)
        case (.reopen, .mergeRequest): try world.reopenMergeRequest(row.iid, in: row.parent, by: user)
        case (.reopen, .issue): try world.reopenIssue(row.iid, in: row.parent, by: user)
        case (.draft, .mergeRequest): try world.setDraft(true, of: row.iid, in: row.parent, by: user)
        case (.ready, .mergeRequest): try world.setDraft(false, of: row.iid, in: row.parent, by: user)
        case (.approve, .mergeRequest): try world.approve(row.iid, in: row.parent, by: user)
        default: throw WorldError("not of an issue")
        }
        return sentence(command)
    }

    private static func sentence(_ command: Command) -> String {
        switch command {
        case .label(let name): "Added ~\(name) label."
        case .unlabel(let name): "Removed ~\(name) label."
        case .close: "Closed this."
        case .reopen: "Reopened this."
        case .draft: "Marked this merge request as a draft."
        case .ready: "Marked this merge request as ready."
        case .approve: "Approved the current merge request."
        }
    }
}

extension String {
    /// Without those characters at its ends.
    fileprivate func trimmed(_ characters: String) -> String {
        let start = drop { characters.contains($0) }
        return String(start.reversed().drop { characters.contains($0) }.reversed())
    }
}
