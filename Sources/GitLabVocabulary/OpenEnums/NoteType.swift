/// What a note is when it is more than a plain comment. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/notes/>
public struct NoteType: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Hangs on a line of the changes.
    public static let diffNote = Self(rawValue: "DiffNote")
    /// Begins or answers a thread.
    public static let discussionNote = Self(rawValue: "DiscussionNote")
}
