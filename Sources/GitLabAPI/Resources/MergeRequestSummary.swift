public import Foundation
public import GitLabVocabulary

/// The little that `view=simple` tells of a merge request: enough to see that it exists and whether it changed.
///
/// <https://docs.gitlab.com/api/merge_requests/>
public struct MergeRequestSummary: Decodable, Hashable, Sendable {
    public let id: MergeRequestID
    public let iid: MergeRequestIID
    public let projectID: ProjectID
    /// Missing if GitLab hides it.
    public let title: String?
    public let state: MergeRequestState
    public let createdAt: Date
    public let updatedAt: Date
    /// The page a person sees; missing if GitLab hides it.
    public let webURL: URL?

    private enum CodingKeys: String, CodingKey {
        case id
        case iid
        case projectID = "project_id"
        case title
        case state
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case webURL = "web_url"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        iid = try fields.required(.iid)
        projectID = try fields.required(.projectID)
        title = fields.lenient(.title)
        state = try fields.required(.state)
        createdAt = try fields.required(.createdAt)
        updatedAt = try fields.required(.updatedAt)
        webURL = fields.lenient(.webURL)
    }
}
