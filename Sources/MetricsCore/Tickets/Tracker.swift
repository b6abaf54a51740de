/// What keeps tickets; an open set: a host names its own.
public struct Tracker: RawRepresentable, Codable, CodingKeyRepresentable, Hashable, Comparable, Sendable,
    ExpressibleByStringLiteral, CustomStringConvertible
{
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    /// `ABC-123`.
    public static let jira: Self = "jira"
    /// `ABC-123`.
    public static let yandexTracker: Self = "yandex_tracker"
    /// `ABC-123`.
    public static let linear: Self = "linear"
    /// GitLab's issues, incidents and other work items: `#12`, `group/project#12`.
    public static let gitLabIssue: Self = "gitlab_issue"
    /// `!7`, `group/project!7`.
    public static let gitLabMergeRequest: Self = "gitlab_merge_request"
    /// `AB#12`.
    public static let azureBoards: Self = "azure_boards"
    /// Addresses of pages; unique ids (`TASK-12`) where their prefix is listed.
    public static let notion: Self = "notion"

    public static let builtIn: [Self] = [
        .jira, .yandexTracker, .linear, .gitLabIssue, .gitLabMergeRequest, .azureBoards, .notion,
    ]

    var isGitLab: Bool { self == .gitLabIssue || self == .gitLabMergeRequest }

    /// Whether `ABC-123` can be one of its keys though nobody listed the prefix.
    var ownsAnyPrefix: Bool { self == .jira || self == .yandexTracker || self == .linear }
}
