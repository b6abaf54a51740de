public import Foundation
public import GitLabVocabulary

/// A milestone was created, closed, reopened or deleted (GitLab 18.2). GitLab does not tell who did it.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#milestone-events>
public struct MilestoneEvent: Codable, Hashable, Sendable {
    /// A milestone, of a project or of a group.
    public struct Milestone: Codable, Hashable, Sendable {
        public let id: MilestoneID
        /// Number within the project or group.
        public let iid: Int?
        public let title: String
        public let state: MilestoneState
        public let createdAt: Date?
        public let updatedAt: Date?
        /// Midnight UTC of that day.
        public let dueDate: Told<Date>
        /// Midnight UTC of that day.
        public let startDate: Told<Date>
        /// `nil` for a milestone of a project.
        public let groupID: GroupID?
        /// `nil` for a milestone of a group.
        public let projectID: ProjectID?

        private enum CodingKeys: String, CodingKey {
            case id
            case iid
            case title
            case state
            case createdAt = "created_at"
            case updatedAt = "updated_at"
            case dueDate = "due_date"
            case startDate = "start_date"
            case groupID = "group_id"
            case projectID = "project_id"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            id = try fields.required(.id)
            iid = fields.integer(.iid)
            title = try fields.required(.title)
            state = try fields.required(.state)
            createdAt = fields.lenient(.createdAt)
            updatedAt = fields.lenient(.updatedAt)
            dueDate = fields.told(.dueDate)
            startDate = fields.told(.startDate)
            groupID = fields.lenient(.groupID)
            projectID = fields.lenient(.projectID)
        }
    }

    /// Missing for a milestone of a group.
    public let project: WebhookProject?
    /// `object_attributes`.
    public let milestone: Milestone
    public let action: WebhookAction?

    private enum CodingKeys: String, CodingKey {
        case project
        case milestone = "object_attributes"
        case action
    }

    /// Where GitLab's documentation says the action is.
    private enum OtherKeys: String, CodingKey {
        case action
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        project = fields.lenient(.project)
        milestone = try fields.required(.milestone)
        let attributes = try fields.nestedContainer(keyedBy: OtherKeys.self, forKey: .milestone)
        action = fields.lenient(.action) ?? attributes.lenient(.action)
    }

    public var projectID: ProjectID? { project?.id ?? milestone.projectID }

    /// The creation for `create`, else the last change; GitLab does not tell when one is deleted.
    public var happenedAt: Date? {
        switch action {
        case .create: milestone.createdAt
        case .delete: nil
        default: milestone.updatedAt
        }
    }
}

extension MilestoneEvent: EventPayload {
    var projectPath: String? { project?.path }
    var groupID: GroupID? { milestone.groupID }
    var subject: String? { "milestone/\(milestone.id)" }
}
