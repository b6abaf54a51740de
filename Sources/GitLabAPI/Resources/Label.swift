public import GitLabVocabulary

/// A label that a project or group can put on merge requests and issues.
///
/// <https://docs.gitlab.com/api/labels/>
public struct Label: Decodable, Hashable, Sendable {
    public let id: LabelID
    /// Unique within its project or group; can be changed.
    public let name: String
    /// `nil` or empty if there is none.
    public let description: String?
    /// `#` and six hexadecimal digits.
    public let color: String?
    /// What is readable on `color`.
    public let textColor: String?
    /// Whether the one who asks follows it.
    public let isSubscribed: Bool
    /// Rank among the labels of the project, the smallest first; `nil` if none is set, and for lists of groups.
    public let priority: Int?
    /// Whether it belongs to the project and to no group above it; missing in lists of groups.
    public let isProjectLabel: Bool?
    /// Missing in old versions.
    public let isArchived: Bool
    /// Only if asked for.
    public let openIssuesCount: Int?
    /// Only if asked for.
    public let closedIssuesCount: Int?
    /// Only if asked for.
    public let openMergeRequestsCount: Int?

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case description
        case color
        case textColor = "text_color"
        case isSubscribed = "subscribed"
        case priority
        case isProjectLabel = "is_project_label"
        case isArchived = "archived"
        case openIssuesCount = "open_issues_count"
        case closedIssuesCount = "closed_issues_count"
        case openMergeRequestsCount = "open_merge_requests_count"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        name = try fields.required(.name)
        description = fields.lenient(.description)
        color = fields.lenient(.color)
        textColor = fields.lenient(.textColor)
        isSubscribed = fields.flag(.isSubscribed)
        priority = fields.integer(.priority)
        isProjectLabel = fields.optionalFlag(.isProjectLabel)
        isArchived = fields.flag(.isArchived)
        openIssuesCount = fields.integer(.openIssuesCount)
        closedIssuesCount = fields.integer(.closedIssuesCount)
        openMergeRequestsCount = fields.integer(.openMergeRequestsCount)
    }
}
