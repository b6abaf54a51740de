public import Foundation
public import GitLabVocabulary

/// A deployment to an environment. GitLab tells no `finished_at` here: the job has one, else `updatedAt` comes near.
///
/// <https://docs.gitlab.com/api/deployments/>
public struct Deployment: Decodable, Hashable, Sendable {
    public let id: DeploymentID
    /// Number within the project.
    public let iid: DeploymentIID
    /// Branch or tag.
    public let ref: String?
    /// The commit deployed.
    public let sha: String
    public let createdAt: Date
    /// Moves with the status; missing in old versions.
    public let updatedAt: Date?
    public let status: DeploymentStatus
    /// Who deployed.
    public let user: User?
    /// `nil` if GitLab hides it.
    public let environment: Environment?
    /// The job that deployed; `nil` for deployments reported through the API and when it was erased.
    public let deployable: Job?
    /// Premium and Ultimate, fetched alone only.
    public let pendingApprovalCount: Int?
    /// Who said yes or no. Premium and Ultimate, fetched alone only.
    public let approvals: [DeploymentApproval]

    private enum CodingKeys: String, CodingKey {
        case id
        case iid
        case ref
        case sha
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case status
        case user
        case environment
        case deployable
        case pendingApprovalCount = "pending_approval_count"
        case approvals
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        iid = try fields.required(.iid)
        ref = fields.lenient(.ref)
        sha = try fields.required(.sha)
        createdAt = try fields.required(.createdAt)
        updatedAt = try fields.optional(.updatedAt)
        status = try fields.required(.status)
        user = try fields.optional(.user)
        environment = try fields.optional(.environment)
        deployable = try fields.optional(.deployable)
        pendingApprovalCount = fields.integer(.pendingApprovalCount)
        approvals = fields.list(.approvals)
    }
}
