/// What a note hangs on. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/notes/>
public struct NoteableType: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let mergeRequest = Self(rawValue: "MergeRequest")
    public static let issue = Self(rawValue: "Issue")
    public static let commit = Self(rawValue: "Commit")
    public static let snippet = Self(rawValue: "Snippet")
}
