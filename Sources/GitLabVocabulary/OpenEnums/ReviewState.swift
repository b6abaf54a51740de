/// What a reviewer has done about a merge request. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/merge_requests/#retrieve-merge-request-reviewers>
public struct ReviewState: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let unreviewed = Self(rawValue: "unreviewed")
    /// Comments are written and not sent yet.
    public static let reviewStarted = Self(rawValue: "review_started")
    public static let reviewed = Self(rawValue: "reviewed")
    public static let requestedChanges = Self(rawValue: "requested_changes")
    public static let approved = Self(rawValue: "approved")
    /// Approved once, and taken back.
    public static let unapproved = Self(rawValue: "unapproved")
}
