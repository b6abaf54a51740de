public import Foundation
public import GitLabVocabulary

/// A member's promotion that would need a seat waits for an administrator, or was decided; told by hooks of the instance.
///
/// <https://docs.gitlab.com/administration/system_hooks/>
public struct MemberApprovalEvent: Codable, Hashable, Sendable {
    /// What the promotion is, or how deciding it went.
    public struct Promotion: Codable, Hashable, Sendable {
        /// The role asked for; told of `enqueue` only.
        public let newAccessLevel: AccessLevel?
        /// The role so far; told of `enqueue` only, `nil` for a new member.
        public let oldAccessLevel: AccessLevel?
        /// `success` or `failed`; told of decisions only.
        public let status: String?

        private enum CodingKeys: String, CodingKey {
            case newAccessLevel = "new_access_level"
            case oldAccessLevel = "old_access_level"
            case status
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            newAccessLevel = fields.lenient(.newAccessLevel)
            oldAccessLevel = fields.lenient(.oldAccessLevel)
            status = fields.text(.status)
        }
    }

    /// `object_kind`: in the singular for `enqueue`, in the plural for decisions.
    public let objectKind: String
    /// `enqueue`, `approve` or `deny`.
    public let action: WebhookAction?
    /// `object_attributes`.
    public let promotion: Promotion?
    /// Who decided; told of decisions only.
    public let reviewedByID: UserID?
    /// Who is to be promoted.
    public let userID: UserID
    /// Who asks for it; told of `enqueue` only.
    public let requestedByID: UserID?
    public let namespaceID: NamespaceID?
    public let updatedAt: Date?

    private enum CodingKeys: String, CodingKey {
        case objectKind = "object_kind"
        case action
        case promotion = "object_attributes"
        case reviewedByID = "reviewed_by_user_id"
        case userID = "user_id"
        case requestedByID = "requested_by_user_id"
        case namespaceID = "promotion_namespace_id"
        case updatedAt = "updated_at"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        objectKind = try fields.required(.objectKind)
        action = fields.lenient(.action)
        promotion = fields.lenient(.promotion)
        reviewedByID = fields.lenient(.reviewedByID)
        userID = try fields.required(.userID)
        requestedByID = fields.lenient(.requestedByID)
        namespaceID = fields.lenient(.namespaceID)
        updatedAt = fields.lenient(.updatedAt)
    }

    /// The last change.
    public var happenedAt: Date? { updatedAt }
}

extension MemberApprovalEvent: EventPayload {
    var subject: String? { "user/\(userID)" }
    var actor: WebhookUser? {
        (reviewedByID ?? requestedByID).map { WebhookUser(id: $0, name: nil, username: nil) }
    }
}
