public import GitLabVocabulary

/// A branch or tag that holds a commit.
///
/// <https://docs.gitlab.com/api/commits/#list-all-references-of-a-commit>
public struct CommitRef: Decodable, Hashable, Sendable {
    /// What holds it. An open set: values this version does not know decode too.
    public struct Kind: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let branch = Self(rawValue: "branch")
        public static let tag = Self(rawValue: "tag")
    }

    public let kind: Kind
    /// Of the branch or tag, without `refs/`.
    public let name: String

    private enum CodingKeys: String, CodingKey {
        case kind = "type"
        case name
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        kind = try fields.required(.kind)
        name = try fields.required(.name)
    }
}
