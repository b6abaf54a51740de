/// An issue a merge request closes or mentions: one of GitLab's, or one of another tracker that GitLab knows by name only.
///
/// <https://docs.gitlab.com/api/merge_requests/#list-issues-that-close-on-merge>
public enum LinkedIssue: Decodable, Hashable, Sendable {
    case issue(Issue)
    /// `PROJ-123`, as the other tracker names it.
    case external(String)

    /// GitLab's own issue; `nil` for one of another tracker.
    public var issue: Issue? { if case .issue(let issue) = self { issue } else { nil } }

    private enum CodingKeys: String, CodingKey {
        case id
        case iid
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        if fields.contains(.iid) {
            self = .issue(try Issue(from: decoder))
        } else {
            self = .external(try fields.required(.id))
        }
    }
}
