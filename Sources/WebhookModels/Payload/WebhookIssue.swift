public import Foundation
public import GitLabVocabulary

/// An issue or another work item as an event about it, or about a note on it, tells it. `action` stands only in its
/// own events.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#work-item-events>
public struct WebhookIssue: Codable, Hashable, Sendable {
    /// Unique within the instance.
    public let id: IssueID
    /// Number within the project.
    public let iid: IssueIID
    public let title: String
    /// `nil` if empty; at rest only what it refers to.
    public internal(set) var description: String?
    /// `issue`, `incident`, `task`, … as REST spells them, whatever the case here; missing in events of notes.
    public let type: IssueType?
    public let state: IssueState
    public let authorID: UserID?
    public let projectID: ProjectID?
    public let createdAt: Date
    /// In whole seconds.
    public let updatedAt: Date
    public let closedAt: Told<Date>
    public let milestoneID: Told<MilestoneID>
    public let dueDate: Told<Date>
    public let movedToID: Told<IssueID>
    public let duplicatedToID: Told<IssueID>
    public let weight: Told<Int>
    public let healthStatus: Told<HealthStatus>
    /// Of incidents, in upper case as REST spells it; others have `UNKNOWN`.
    public let severity: IssueSeverity?
    public let isConfidential: Bool?
    /// Missing in old versions.
    public let assigneeIDs: [UserID]?
    /// Missing in places.
    public let labels: [WebhookLabel]?
    /// Seconds.
    public let timeEstimate: Int?
    /// Seconds.
    public let totalTimeSpent: Int?
    /// The page a person sees.
    public let url: URL?
    /// Missing in unusual cases.
    public let action: WebhookAction?

    private enum CodingKeys: String, CodingKey {
        case id
        case title
        case assigneeIDs = "assignee_ids"
        case authorID = "author_id"
        case projectID = "project_id"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case description
        case milestoneID = "milestone_id"
        case isConfidential = "confidential"
        case dueDate = "due_date"
        case movedToID = "moved_to_id"
        case duplicatedToID = "duplicated_to_id"
        case timeEstimate = "time_estimate"
        case totalTimeSpent = "total_time_spent"
        case weight
        case healthStatus = "health_status"
        case type
        case iid
        case url
        case state
        case action
        case severity
        case labels
        case closedAt = "closed_at"
    }

    /// What older versions say instead.
    private enum OldKeys: String, CodingKey {
        case assigneeID = "assignee_id"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let old = try decoder.container(keyedBy: OldKeys.self)
        id = try fields.required(.id)
        title = try fields.required(.title)
        assigneeIDs = fields.list(.assigneeIDs) ?? old.told(.assigneeID).list
        authorID = fields.lenient(.authorID)
        projectID = fields.lenient(.projectID)
        createdAt = try fields.required(.createdAt)
        updatedAt = try fields.required(.updatedAt)
        description = fields.text(.description)
        milestoneID = fields.told(.milestoneID)
        isConfidential = fields.flag(.isConfidential)
        dueDate = fields.told(.dueDate)
        movedToID = fields.told(.movedToID)
        duplicatedToID = fields.told(.duplicatedToID)
        timeEstimate = fields.integer(.timeEstimate)
        totalTimeSpent = fields.integer(.totalTimeSpent)
        weight = fields.told(.weight)
        healthStatus = fields.told(.healthStatus)
        type = fields.text(.type).map { IssueType(rawValue: $0.lowercased().replacing(" ", with: "_")) }
        iid = try fields.required(.iid)
        url = fields.lenient(.url)
        state = try fields.required(.state)
        action = fields.lenient(.action)
        severity = fields.text(.severity).map { IssueSeverity(rawValue: $0.uppercased()) }
        labels = fields.list(.labels)
        closedAt = fields.told(.closedAt)
    }

    mutating func dropTexts() { description = description?.references }
}
