public import Foundation
public import GitLabVocabulary

/// An issue or incident.
///
/// <https://docs.gitlab.com/api/issues/>
public struct Issue: Decodable, Hashable, Sendable {
    /// Unique within the instance; requests take `iid`.
    public let id: IssueID
    /// Number within the project.
    public let iid: IssueIID
    public let projectID: ProjectID
    public let title: String
    /// `nil` if empty.
    public let description: String?
    public let state: IssueState
    public let createdAt: Date
    public let updatedAt: Date
    /// `nil` unless closed.
    public let closedAt: Date?
    /// `nil` unless closed.
    public let closedBy: User?
    public let labels: [String]
    /// `nil` if none is set.
    public let milestone: Milestone?
    public let assignees: [User]
    /// The user `ghost` if deleted, in places `nil`.
    public let author: User?
    /// Comments of people.
    public let userNotesCount: Int?
    /// Merge requests that mention it.
    public let mergeRequestsCount: Int?
    /// Thumbs up; missing in some lists.
    public let upvotes: Int?
    /// Thumbs down; missing in some lists.
    public let downvotes: Int?
    /// Midnight UTC of the day; `nil` if none is set.
    public let dueDate: Date?
    public let isConfidential: Bool
    /// What kind of issue it is; missing in old versions.
    public let issueType: IssueType?
    /// The page a person sees; missing in some lists.
    public let webURL: URL?
    /// Estimated and logged time; missing in some lists.
    public let timeStats: TimeStats?
    /// Premium and Ultimate only.
    public let weight: Int?
    /// Tells something of incidents only.
    public let severity: IssueSeverity?
    /// The issue it was moved to, which may lie in another project.
    public let movedToID: IssueID?
    /// Brought from elsewhere with times of the past.
    public let isImported: Bool

    private enum CodingKeys: String, CodingKey {
        case id
        case iid
        case projectID = "project_id"
        case title
        case description
        case state
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case closedAt = "closed_at"
        case closedBy = "closed_by"
        case labels
        case milestone
        case assignees
        case author
        case type
        case userNotesCount = "user_notes_count"
        case mergeRequestsCount = "merge_requests_count"
        case upvotes
        case downvotes
        case dueDate = "due_date"
        case isConfidential = "confidential"
        case issueType = "issue_type"
        case webURL = "web_url"
        case timeStats = "time_stats"
        case weight
        case severity
        case movedToID = "moved_to_id"
        case isImported = "imported"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        iid = try fields.required(.iid)
        projectID = try fields.required(.projectID)
        title = try fields.required(.title)
        description = fields.lenient(.description)
        state = try fields.required(.state)
        createdAt = try fields.required(.createdAt)
        updatedAt = try fields.required(.updatedAt)
        closedAt = try fields.optional(.closedAt)
        closedBy = fields.lenient(.closedBy)
        labels = fields.labels(.labels)
        milestone = fields.lenient(.milestone)
        assignees = fields.list(.assignees)
        author = try fields.optional(.author)
        userNotesCount = fields.integer(.userNotesCount)
        mergeRequestsCount = fields.integer(.mergeRequestsCount)
        upvotes = fields.integer(.upvotes)
        downvotes = fields.integer(.downvotes)
        dueDate = fields.lenient(.dueDate)
        isConfidential = fields.flag(.isConfidential)
        issueType =
            try fields.optional(.issueType)
            ?? fields.text(.type).map { IssueType(rawValue: $0.lowercased()) }
        webURL = fields.lenient(.webURL)
        timeStats = fields.lenient(.timeStats)
        weight = fields.integer(.weight)
        severity = fields.lenient(.severity)
        movedToID = fields.lenient(.movedToID)
        isImported = fields.flag(.isImported)
    }
}
