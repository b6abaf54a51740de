/// The kind of object a contribution event is about, as `target_type` spells it. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/events/>
public struct EventTarget: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let mergeRequest = Self(rawValue: "MergeRequest")
    public static let issue = Self(rawValue: "Issue")
    public static let note = Self(rawValue: "Note")
    public static let diffNote = Self(rawValue: "DiffNote")
    public static let discussionNote = Self(rawValue: "DiscussionNote")
    public static let milestone = Self(rawValue: "Milestone")
    public static let workItem = Self(rawValue: "WorkItem")
}
