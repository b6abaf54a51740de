public import Foundation
public import GitLabVocabulary

/// A comment, or with `isSystem` a line that GitLab wrote about a change. Where in the code a comment hangs is not read.
///
/// <https://docs.gitlab.com/api/notes/>
public struct Note: Decodable, Hashable, Sendable {
    public let id: NoteID
    /// `nil` for a plain comment and for system notes.
    public let type: NoteType?
    /// What was said, Markdown; of a system note, what was done, in English.
    public let body: String
    /// The user `ghost` if deleted, in places `nil`.
    public let author: User?
    public let createdAt: Date
    /// Moves on edits, also of the resolution.
    public let updatedAt: Date?
    /// Written by GitLab, not by a person.
    public let isSystem: Bool
    /// `id` of what it hangs on; `nil` for commits.
    public let noteableID: Int?
    /// What it hangs on.
    public let noteableType: NoteableType?
    /// Missing in old versions.
    public let projectID: ProjectID?
    public let isResolvable: Bool
    /// Hidden from guests.
    public let isInternal: Bool
    /// Brought from elsewhere with times of the past.
    public let isImported: Bool
    /// `iid` of what it hangs on; `nil` for commits.
    public let noteableIID: Int?
    /// Of a resolvable note.
    public let isResolved: Bool
    /// `nil` unless resolved.
    public let resolvedBy: User?
    /// `nil` unless resolved; missing in old versions.
    public let resolvedAt: Date?

    private enum CodingKeys: String, CodingKey {
        case id
        case type
        case body
        case author
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case isSystem = "system"
        case noteableID = "noteable_id"
        case noteableType = "noteable_type"
        case projectID = "project_id"
        case isResolvable = "resolvable"
        case confidential
        case isInternal = "internal"
        case isImported = "imported"
        case noteableIID = "noteable_iid"
        case isResolved = "resolved"
        case resolvedBy = "resolved_by"
        case resolvedAt = "resolved_at"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        type = fields.lenient(.type)
        body = try fields.required(.body)
        author = try fields.optional(.author)
        createdAt = try fields.required(.createdAt)
        updatedAt = try fields.optional(.updatedAt)
        isSystem = try fields.required(.isSystem)
        noteableID = fields.integer(.noteableID)
        noteableType = fields.lenient(.noteableType)
        projectID = fields.lenient(.projectID)
        isResolvable = fields.flag(.isResolvable)
        isInternal = fields.optionalFlag(.isInternal) ?? fields.flag(.confidential)
        isImported = fields.flag(.isImported)
        noteableIID = fields.integer(.noteableIID)
        isResolved = fields.flag(.isResolved)
        resolvedBy = fields.lenient(.resolvedBy)
        resolvedAt = fields.lenient(.resolvedAt)
    }
}
