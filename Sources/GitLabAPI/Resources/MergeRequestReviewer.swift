public import Foundation
public import GitLabVocabulary

/// Somebody asked to review a merge request, and what came of it. Reviewers who were taken off are gone.
///
/// <https://docs.gitlab.com/api/merge_requests/#retrieve-merge-request-reviewers>
public struct MergeRequestReviewer: Decodable, Hashable, Sendable {
    public let user: User
    /// Missing in old versions.
    public let state: ReviewState?
    /// When the review was first asked for.
    public let createdAt: Date

    private enum CodingKeys: String, CodingKey {
        case user
        case state
        case createdAt = "created_at"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        user = try fields.required(.user)
        state = fields.lenient(.state)
        createdAt = try fields.required(.createdAt)
    }
}
