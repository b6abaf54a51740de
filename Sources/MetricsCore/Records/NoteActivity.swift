/// What a system note tells happened; an open set, `other` for what no metric reads.
public struct NoteActivity: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let approved = Self(rawValue: "approved")
    public static let unapproved = Self(rawValue: "unapproved")
    /// Approvals taken away by a push; not an act of a reviewer.
    public static let approvalsReset = Self(rawValue: "approvals_reset")
    public static let requestedChanges = Self(rawValue: "requested_changes")
    public static let reviewRequested = Self(rawValue: "review_requested")
    public static let reviewRequestRemoved = Self(rawValue: "review_request_removed")
    public static let markedReady = Self(rawValue: "marked_ready")
    public static let markedDraft = Self(rawValue: "marked_draft")
    public static let commitsAdded = Self(rawValue: "commits_added")
    public static let merged = Self(rawValue: "merged")
    public static let closed = Self(rawValue: "closed")
    public static let reopened = Self(rawValue: "reopened")
    public static let other = Self(rawValue: "other")

    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
