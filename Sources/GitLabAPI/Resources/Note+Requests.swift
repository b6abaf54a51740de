public import GitLabVocabulary

extension Note {
    /// What a list of notes is sorted by.
    public struct Order: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let createdAt = Self(rawValue: "created_at")
        public static let updatedAt = Self(rawValue: "updated_at")
    }

    /// Which notes a list holds; older versions do not know it and send all.
    public struct ActivityFilter: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let allNotes = Self(rawValue: "all_notes")
        public static let onlyComments = Self(rawValue: "only_comments")
        public static let onlyActivity = Self(rawValue: "only_activity")
    }
}

extension Request where Response == Note {
    /// One note of a merge request.
    ///
    /// <https://docs.gitlab.com/api/notes/#retrieve-a-merge-request-note>
    public static func note(
        _ id: NoteID, ofMergeRequest iid: MergeRequestIID, in project: ProjectReference
    ) -> Self {
        Self(path: "\(project.apiPath)/merge_requests/\(iid)/notes/\(id)")
    }

    /// One note of an issue.
    ///
    /// <https://docs.gitlab.com/api/notes/#retrieve-an-issue-note>
    public static func note(_ id: NoteID, ofIssue iid: IssueIID, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/issues/\(iid)/notes/\(id)")
    }
}

extension Request where Response == Page<Note> {
    /// The comments and system notes of a merge request.
    ///
    /// <https://docs.gitlab.com/api/notes/#list-all-merge-request-notes>
    public static func notes(
        ofMergeRequest iid: MergeRequestIID, in project: ProjectReference, filter: Note.ActivityFilter? = nil,
        orderBy: Note.Order = .createdAt, sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        notes(below: "\(project.apiPath)/merge_requests/\(iid)", filter, orderBy, sort, perPage)
    }

    /// The comments and system notes of an issue.
    ///
    /// <https://docs.gitlab.com/api/notes/#list-project-issue-notes>
    public static func notes(
        ofIssue iid: IssueIID, in project: ProjectReference, filter: Note.ActivityFilter? = nil,
        orderBy: Note.Order = .createdAt, sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        notes(below: "\(project.apiPath)/issues/\(iid)", filter, orderBy, sort, perPage)
    }

    private static func notes(
        below path: String, _ filter: Note.ActivityFilter?, _ orderBy: Note.Order, _ sort: SortDirection,
        _ perPage: Int
    ) -> Self {
        Self(
            path: "\(path)/notes",
            query: ["activity_filter": filter, "order_by": orderBy, "sort": sort, "per_page": perPage])
    }
}
