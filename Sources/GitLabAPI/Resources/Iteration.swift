public import Foundation
public import GitLabVocabulary

/// A recurring span of time that a group plans in; Premium and Ultimate only.
///
/// <https://docs.gitlab.com/api/group_iterations/>
public struct Iteration: Decodable, Hashable, Sendable {
    public let id: IterationID
    /// Number within the group.
    public let iid: Int?
    /// Number within its cadence.
    public let sequence: Int?
    public let groupID: GroupID?
    /// `nil` unless somebody gave it one.
    public let title: String?
    /// Midnight UTC of the day.
    public let startDate: Date?
    /// Midnight UTC of the day.
    public let dueDate: Date?
    public let createdAt: Date?
    public let updatedAt: Date?
    public let webURL: URL?

    private enum CodingKeys: String, CodingKey {
        case id
        case iid
        case sequence
        case groupID = "group_id"
        case title
        case startDate = "start_date"
        case dueDate = "due_date"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case webURL = "web_url"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        iid = fields.integer(.iid)
        sequence = fields.integer(.sequence)
        groupID = fields.lenient(.groupID)
        title = fields.lenient(.title)
        startDate = fields.lenient(.startDate)
        dueDate = fields.lenient(.dueDate)
        createdAt = fields.lenient(.createdAt)
        updatedAt = fields.lenient(.updatedAt)
        webURL = fields.lenient(.webURL)
    }
}
