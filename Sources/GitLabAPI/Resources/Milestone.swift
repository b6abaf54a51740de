public import Foundation
public import GitLabVocabulary

/// A milestone as merge requests and issues show it.
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
    public let title: String
    /// `active` or `closed`.
    public let state: String?
    /// Missing in old versions.
    public let createdAt: Date?
    /// Missing in old versions.
    public let updatedAt: Date?
    /// Midnight UTC of the day; `nil` if none is set.
    public let dueDate: Date?
    /// Midnight UTC of the day; `nil` if none is set.
    public let startDate: Date?
    /// Missing in old versions.
    public let webURL: URL?

    private enum CodingKeys: String, CodingKey {
        case id
        case iid
        case projectID = "project_id"
        case groupID = "group_id"
        case title
        case state
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case dueDate = "due_date"
        case startDate = "start_date"
        case webURL = "web_url"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        iid = fields.integer(.iid)
        projectID = fields.lenient(.projectID)
        groupID = fields.lenient(.groupID)
        title = try fields.required(.title)
        state = fields.lenient(.state)
        createdAt = fields.lenient(.createdAt)
        updatedAt = fields.lenient(.updatedAt)
        dueDate = fields.lenient(.dueDate)
        startDate = fields.lenient(.startDate)
        webURL = fields.lenient(.webURL)
    }
}
