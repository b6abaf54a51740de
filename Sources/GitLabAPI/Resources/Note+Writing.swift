public import Foundation
public import GitLabVocabulary
import WireFormat

/// Writing notes needs the scope `api` and the right to comment there. GitLab takes 1,000,000 characters a note and 5,000
/// comments a merge request or issue (400 beyond either); GitLab.com 60 new notes a minute from one user (429).
///
/// Lines that begin with `/` are quick actions to GitLab, which carries them out. Here they are escaped unless
/// `runsQuickActions` says otherwise.
extension Request where Response == NoteOutcome {
    /// Comments on a merge request.
    ///
    /// - Parameters:
    ///   - isInternal: whether guests shall not see it.
    ///   - createdAt: when it shall seem to be written; only an administrator's or owner's word counts.
    ///   - runsQuickActions: whether lines such as `/close` act instead of being said.
    ///
    /// <https://docs.gitlab.com/api/notes/#create-a-merge-request-note>
    public static func createNote(
        _ text: String, onMergeRequest iid: MergeRequestIID, in project: ProjectReference,
        isInternal: Bool = false, createdAt: Date? = nil, runsQuickActions: Bool = false
    ) -> Self {
        create(text, at: "\(project.apiPath)/merge_requests/\(iid)", isInternal, createdAt, runsQuickActions)
    }

    /// Comments on an issue.
    ///
    /// - Parameters: as on a merge request.
    ///
    /// <https://docs.gitlab.com/api/notes/#create-an-issue-note>
    public static func createNote(
        _ text: String, onIssue iid: IssueIID, in project: ProjectReference, isInternal: Bool = false,
        createdAt: Date? = nil, runsQuickActions: Bool = false
    ) -> Self {
        create(text, at: "\(project.apiPath)/issues/\(iid)", isInternal, createdAt, runsQuickActions)
    }

    /// Changes what a comment on a merge request says. Its author may, and Maintainers.
    ///
    /// <https://docs.gitlab.com/api/notes/#update-a-merge-request-note>
    public static func updateNote(
        _ id: NoteID, ofMergeRequest iid: MergeRequestIID, in project: ProjectReference, text: String,
        runsQuickActions: Bool = false
    ) -> Self {
        update(text, at: "\(project.apiPath)/merge_requests/\(iid)/notes/\(id)", runsQuickActions)
    }

    /// Changes what a comment on an issue says. Its author may, and Maintainers.
    ///
    /// <https://docs.gitlab.com/api/notes/#update-an-issue-note>
    public static func updateNote(
        _ id: NoteID, ofIssue iid: IssueIID, in project: ProjectReference, text: String,
        runsQuickActions: Bool = false
    ) -> Self {
        update(text, at: "\(project.apiPath)/issues/\(iid)/notes/\(id)", runsQuickActions)
    }

    private static func create(
        _ text: String, at path: String, _ isInternal: Bool, _ createdAt: Date?, _ runsQuickActions: Bool
    ) -> Self {
        let note = NoteText(text, runsQuickActions: runsQuickActions)
        return Self(
            method: .post, path: "\(path)/notes",
            body: note.body([
                "internal": isInternal ? true : nil,
                "created_at": createdAt.map { .string(WireDate($0).iso8601) },
            ]))
    }

    private static func update(_ text: String, at path: String, _ runsQuickActions: Bool) -> Self {
        Self(method: .put, path: path, body: NoteText(text, runsQuickActions: runsQuickActions).body)
    }
}

extension Request where Response == Void {
    /// Deletes a comment on a merge request; nothing remembers it. Its author may, and Maintainers.
    ///
    /// <https://docs.gitlab.com/api/notes/#delete-a-merge-request-note>
    public static func deleteNote(
        _ id: NoteID, ofMergeRequest iid: MergeRequestIID, in project: ProjectReference
    ) -> Self {
        Self(method: .delete, path: "\(project.apiPath)/merge_requests/\(iid)/notes/\(id)")
    }

    /// Deletes a comment on an issue; nothing remembers it. Its author may, and Maintainers.
    ///
    /// <https://docs.gitlab.com/api/notes/#delete-an-issue-note>
    public static func deleteNote(_ id: NoteID, ofIssue iid: IssueIID, in project: ProjectReference) -> Self {
        Self(method: .delete, path: "\(project.apiPath)/issues/\(iid)/notes/\(id)")
    }
}
