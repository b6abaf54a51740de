import Foundation
import GitLabAPI
import MetricsCore

extension Note: NamingUsers {
    var users: [User] { [author, resolvedBy].compactMap(\.self) }

    /// Its text is looked at here, and stays here.
    func record(on subject: RecordReference, _ context: ReadContext) -> NoteRecord {
        let facts = NoteRecord.Facts(
            author: author?.account, activity: isSystem ? NoteActivity(systemNote: body) : nil,
            isInternal: isInternal, isResolvable: isResolvable, resolvedAt: resolvedAt.map { Instant($0) },
            resolvedBy: resolvedBy?.account)
        return NoteRecord(
            id: context.key(id), project: context.project, subject: subject, createdAt: Instant(createdAt),
            facts: Register(facts, stamp: context.stamp(updatedAt: updatedAt ?? createdAt)))
    }
}
