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
    /// Midnight UTC of the day; `nil` if none is set. Missing in old versions.
    public let startDate: Date?
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
    /// Only members may comment.
    public let isDiscussionLocked: Bool
    /// Missing in some lists.
    public let taskCompletion: TaskCompletion?
    /// Missing in old versions.
    public let hasTasks: Bool?
    /// Issues that wait for it; Premium and Ultimate only.
    public let blockingIssuesCount: Int?
    /// Ultimate only.
    public let healthStatus: HealthStatus?
    /// Premium and Ultimate only.
    public let iteration: Iteration?
    /// Number of its epic within the group; Premium and Ultimate only.
    public let epicIID: Int?
    /// `my-group/my-project#7`; missing in some lists.
    public let fullReference: String?
    /// Whether the one who asks follows it; only when fetched alone.
    public let isSubscribed: Bool?

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
        case startDate = "start_date"
        case isConfidential = "confidential"
        case issueType = "issue_type"
        case webURL = "web_url"
        case timeStats = "time_stats"
        case weight
        case severity
        case movedToID = "moved_to_id"
        case isImported = "imported"
        case isDiscussionLocked = "discussion_locked"
        case taskCompletion = "task_completion_status"
        case hasTasks = "has_tasks"
        case blockingIssuesCount = "blocking_issues_count"
        case healthStatus = "health_status"
        case iteration
        case epicIID = "epic_iid"
        case fullReference = "references"
        case isSubscribed = "subscribed"
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
        startDate = fields.lenient(.startDate)
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
        isDiscussionLocked = fields.flag(.isDiscussionLocked)
        taskCompletion = fields.lenient(.taskCompletion)
        hasTasks = fields.optionalFlag(.hasTasks)
        blockingIssuesCount = fields.integer(.blockingIssuesCount)
        healthStatus = fields.lenient(.healthStatus)
        iteration = fields.lenient(.iteration)
        epicIID = fields.integer(.epicIID)
        fullReference = (fields.lenient(.fullReference) as FullReference?)?.full
        isSubscribed = fields.optionalFlag(.isSubscribed)
    }
}
