/// How a project merges. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/projects/>
public struct MergeMethod: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A merge commit each time.
    public static let merge = Self(rawValue: "merge")
    /// A merge commit, after which history stays nearly straight.
    public static let rebaseMerge = Self(rawValue: "rebase_merge")
    /// No merge commit: `merge_commit_sha` stays null.
    public static let fastForward = Self(rawValue: "ff")
}
