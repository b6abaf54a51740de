public import Foundation
public import GitLabVocabulary

/// A milestone of a project, or of a group and everything below it.
///
/// <https://docs.gitlab.com/api/milestones/>
public struct Milestone: Decodable, Hashable, Sendable {
    public let id: MilestoneID
    /// Number within the project or group.
    public let iid: Int?
    /// `nil` for a group's milestone.
    public let projectID: ProjectID?
    /// `nil` for a project's milestone.
    public let groupID: GroupID?
    /// Unique within the project or group; can be changed.
    public let title: String
    /// `nil` or empty if there is none.
    public let description: String?
    public let state: MilestoneState?
    /// Missing in old versions.
    public let createdAt: Date?
    /// Missing in old versions.
    public let updatedAt: Date?
    /// Midnight UTC of the day, which still belongs to it; `nil` if none is set.
    public let dueDate: Date?
    /// Midnight UTC of the day; `nil` if none is set.
    public let startDate: Date?
    /// Whether the due date lies behind; missing in old versions.
    public let isExpired: Bool?
    /// Missing in old versions.
    public let webURL: URL?

    private enum CodingKeys: String, CodingKey {
        case id
        case iid
        case projectID = "project_id"
        case groupID = "group_id"
        case title
        case description
        case state
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case dueDate = "due_date"
        case startDate = "start_date"
        case isExpired = "expired"
        case webURL = "web_url"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        iid = fields.integer(.iid)
        projectID = fields.lenient(.projectID)
        groupID = fields.lenient(.groupID)
        title = try fields.required(.title)
        description = fields.lenient(.description)
        state = fields.lenient(.state)
        createdAt = fields.lenient(.createdAt)
        updatedAt = fields.lenient(.updatedAt)
        dueDate = fields.lenient(.dueDate)
        startDate = fields.lenient(.startDate)
        isExpired = fields.optionalFlag(.isExpired)
        webURL = fields.lenient(.webURL)
    }
}
