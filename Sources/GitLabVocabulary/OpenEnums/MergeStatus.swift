/// Whether the changes of a merge request can be merged without conflicts; deprecated since GitLab 15.6, which says
/// more in `DetailedMergeStatus`. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/merge_requests/#merge-status>
public struct MergeStatus: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let unchecked = Self(rawValue: "unchecked")
    public static let checking = Self(rawValue: "checking")
    public static let canBeMerged = Self(rawValue: "can_be_merged")
    public static let cannotBeMerged = Self(rawValue: "cannot_be_merged")
    public static let cannotBeMergedRecheck = Self(rawValue: "cannot_be_merged_recheck")
}
