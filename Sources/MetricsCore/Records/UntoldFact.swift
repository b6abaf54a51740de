/// A fact that the way a kind of record was read does not tell; an open set.
///
/// GitLab's two APIs tell different things, and old versions tell less: see Documentation/GitLabSurface.md.
public struct UntoldFact: RawRepresentable, Codable, Hashable, Comparable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// How many lines and files a merge request changes.
    public static let size = Self(rawValue: "size")
    /// Who is a bot, but for what names tell.
    public static let bots = Self(rawValue: "bots")
    /// Time booked.
    public static let timeLogs = Self(rawValue: "time_logs")
    /// Comments and system notes of issues.
    public static let issueNotes = Self(rawValue: "issue_notes")
    /// The commit into which a merge request was squashed.
    public static let squashCommit = Self(rawValue: "squash_commit")
    /// Who closed.
    public static let closedBy = Self(rawValue: "closed_by")
    /// When a merge request's commits were committed; when they were authored is told.
    public static let commitDates = Self(rawValue: "commit_dates")
    /// When deployments finished; the end of their job stands for it.
    public static let finish = Self(rawValue: "finish")
    /// What pipelines were made of and for.
    public static let pipelineOrigin = Self(rawValue: "pipeline_origin")

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
