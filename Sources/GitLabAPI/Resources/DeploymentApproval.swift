public import Foundation
public import GitLabVocabulary

/// What somebody said to a deployment into a protected environment (Premium).
///
/// <https://docs.gitlab.com/api/deployments/#retrieve-a-deployment>
public struct DeploymentApproval: Decodable, Hashable, Sendable {
    /// Yes or no. An open set: values this version does not know decode too.
    public struct Status: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let approved = Self(rawValue: "approved")
        public static let rejected = Self(rawValue: "rejected")
    }

    public let user: User
    public let status: Status
    /// Missing in old versions.
    public let createdAt: Date?
    /// `nil` if nothing was added; missing in old versions.
    public let comment: String?

    private enum CodingKeys: String, CodingKey {
        case user
        case status
        case createdAt = "created_at"
        case comment
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        user = try fields.required(.user)
        status = try fields.required(.status)
        createdAt = try fields.optional(.createdAt)
        comment = fields.lenient(.comment)
    }
}
