/// Where a merge request stands. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/merge_requests/>
public struct MergeRequestState: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let opened = Self(rawValue: "opened")
    public static let closed = Self(rawValue: "closed")
    /// While GitLab merges; passes within seconds unless the merge got stuck.
    public static let locked = Self(rawValue: "locked")
    public static let merged = Self(rawValue: "merged")
}
