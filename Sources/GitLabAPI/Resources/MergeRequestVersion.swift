public import Foundation
public import GitLabVocabulary

/// What a merge request's source branch held after a push: commits, no changes of code.
///
/// <https://docs.gitlab.com/api/merge_requests/#retrieve-merge-request-diff-versions>
public struct MergeRequestVersion: Decodable, Hashable, Sendable {
    public let id: MergeRequestVersionID
    /// `id` of the merge request.
    public let mergeRequestID: MergeRequestID?
    /// Head of the source branch; `nil` if the branch was empty.
    public let headSHA: String?
    /// Where it branched off from.
    public let baseSHA: String?
    /// Head of the target branch then.
    public let startSHA: String?
    /// When GitLab learned of the push.
    public let createdAt: Date
    /// `collected` once GitLab has worked it out; `empty`, `overflow` and others besides.
    public let state: String?
    /// Number of changed files, `100+` where GitLab stopped counting.
    public let size: String?

    private enum CodingKeys: String, CodingKey {
        case id
        case headSHA = "head_commit_sha"
        case baseSHA = "base_commit_sha"
        case startSHA = "start_commit_sha"
        case createdAt = "created_at"
        case mergeRequestID = "merge_request_id"
        case state
        case size = "real_size"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        headSHA = try fields.optional(.headSHA)
        baseSHA = try fields.optional(.baseSHA)
        startSHA = try fields.optional(.startSHA)
        createdAt = try fields.required(.createdAt)
        mergeRequestID = fields.lenient(.mergeRequestID)
        state = fields.lenient(.state)
        size = fields.text(.size)
    }
}
