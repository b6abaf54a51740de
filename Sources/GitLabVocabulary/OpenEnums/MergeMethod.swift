/// How a project merges. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/projects/>
public struct MergeMethod: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let merge = Self(rawValue: "merge")
    public static let rebaseMerge = Self(rawValue: "rebase_merge")
    public static let fastForward = Self(rawValue: "ff")
}
