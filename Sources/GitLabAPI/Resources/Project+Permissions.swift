public import GitLabVocabulary

extension Project {
    /// The roles of the one who asks.
    public struct Permissions: Decodable, Hashable, Sendable {
        /// From membership in the project; `nil` without one.
        public let projectAccess: AccessLevel?
        /// From membership in a group above it; `nil` without one.
        public let groupAccess: AccessLevel?

        /// The higher of both.
        public var highest: AccessLevel { max(projectAccess ?? .none, groupAccess ?? .none) }

        private enum CodingKeys: String, CodingKey {
            case projectAccess = "project_access"
            case groupAccess = "group_access"
        }

        private struct Access: Decodable {
            let level: AccessLevel

            enum CodingKeys: String, CodingKey {
                case level = "access_level"
            }
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            let projectAccess: Access? = fields.lenient(.projectAccess)
            let groupAccess: Access? = fields.lenient(.groupAccess)
            self.projectAccess = projectAccess?.level
            self.groupAccess = groupAccess?.level
        }
    }
}
