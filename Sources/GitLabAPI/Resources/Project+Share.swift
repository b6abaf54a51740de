public import Foundation
public import GitLabVocabulary

extension Project {
    /// A group a project is shared with.
    ///
    /// <https://docs.gitlab.com/api/projects/#share-a-project-with-a-group>
    public struct Share: Decodable, Hashable, Sendable {
        public let groupID: GroupID
        public let groupName: String?
        public let groupFullPath: String?
        /// The most its members may do in the project.
        public let accessLevel: AccessLevel
        /// Midnight UTC of the day; `nil` for never.
        public let expiresAt: Date?

        private enum CodingKeys: String, CodingKey {
            case groupID = "group_id"
            case groupName = "group_name"
            case groupFullPath = "group_full_path"
            case accessLevel = "group_access_level"
            case expiresAt = "expires_at"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            groupID = try fields.required(.groupID)
            groupName = fields.lenient(.groupName)
            groupFullPath = fields.lenient(.groupFullPath)
            accessLevel = try fields.required(.accessLevel)
            expiresAt = fields.lenient(.expiresAt)
        }
    }
}
