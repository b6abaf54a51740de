/// Names a ticket: the tracker and the key as its people write it.
public struct TicketKey: Codable, Hashable, Comparable, Sendable, CustomStringConvertible {
    public let tracker: Tracker
    /// `ABC-123`, `#12`, `!7`, `AB#12`, the 32 hex digits of a Notion page, or what the host's own pattern found.
    public let text: String
    /// Of GitLab's own: the full path of its project, in lower case; `nil` for the project in which the text stands.
    public let project: String?
    /// Of GitLab's own: where that GitLab is, `gitlab.example.com` or `example.com/gitlab`; `nil` for where the text
    /// stands.
    public let host: String?

    /// - Parameters:
    ///   - project: taken in lower case, as GitLab finds it in any.
    ///   - host: taken in lower case.
    public init(_ tracker: Tracker, _ text: String, project: String? = nil, host: String? = nil) {
        self.tracker = tracker
        self.text = text
        self.project = project?.lowercased()
        self.host = host?.lowercased()
    }

    /// `ABC-123`, `group/project#12`.
    public var reference: String { (project ?? "") + text }

    /// Stable: `jira:ABC-123`, `gitlab_issue:gitlab.example.com/group/project#12`.
    public var description: String { "\(tracker):\(host.map { $0 + "/" } ?? "")\(reference)" }

    /// The 123 of `ABC-123`, the 12 of `#12`; `nil` where a key does not end in one.
    public var number: Int64? { Int64(text[digits]) }

    /// The ABC of `ABC-123`; `nil` where a key is not of that form.
    public var prefix: String? {
        guard let dash = text[..<digits.lowerBound].last, dash == "-", !digits.isEmpty else { return nil }
        return String(text[..<digits.lowerBound].dropLast())
    }

    /// The digits at its end, if something other than a letter stands before them.
    private var digits: Range<String.Index> {
        let reversed = text.utf8.reversed().prefix { (0x30...0x39).contains($0) }
        let start = text.utf8.index(text.endIndex, offsetBy: -reversed.count)
        let before = text.utf8[..<start].last ?? 0
        return "-#!".utf8.contains(before) ? start..<text.endIndex : text.endIndex..<text.endIndex
    }

    /// By tracker, place and number: `ABC-9` comes before `ABC-10`.
    public static func < (lhs: Self, rhs: Self) -> Bool {
        if lhs.tracker != rhs.tracker { return lhs.tracker < rhs.tracker }
        return lhs.order < rhs.order
    }

    private var order: (String, String, String, Int64, String) {
        (host ?? "", project ?? "", String(text[..<digits.lowerBound]), number ?? .max, text)
    }
}
