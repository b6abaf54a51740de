public import Foundation
public import GitLabVocabulary

/// A deployment as GraphQL shows one: other than in REST, with when it finished.
///
/// <https://docs.gitlab.com/api/graphql/reference/#deployment>
public struct DeploymentNode: Decodable, Hashable, Sendable {
    public let id: DeploymentID
    public let iid: DeploymentIID?
    public let status: DeploymentStatus
    public let ref: String?
    public let sha: String?
    public let createdAt: Date
    public let updatedAt: Date
    public let finishedAt: Date?
    public let triggerer: UserNode?

    private enum CodingKeys: String, CodingKey {
        case id, iid, status, ref, sha, createdAt, updatedAt, finishedAt, triggerer
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let global: GlobalID<DeploymentID> = try fields.required(.id)
        id = global.id
        iid = fields.lenient(.iid)
        let status: String = try fields.required(.status)
        self.status = DeploymentStatus(rawValue: status.lowercased())
        ref = fields.lenient(.ref)
        sha = fields.lenient(.sha)
        createdAt = try fields.required(.createdAt)
        updatedAt = try fields.optional(.updatedAt) ?? createdAt
        finishedAt = try fields.optional(.finishedAt)
        triggerer = try fields.optional(.triggerer)
    }

    static let selection = """
        id iid status ref sha createdAt updatedAt finishedAt triggerer { \(UserNode.selection) }
        """
}
