import Foundation
import GitLabVocabulary
import MetricsCore
import WebhookModels

extension NoteEvent {
    /// Comments on commits and snippets are not kept. What a comment is on is to be read: whether a thread is resolved
    /// and who does what by quick actions in it comes only so.
    func records(_ context: EventContext) -> EventRecords {
        let people = NamedPeople([user])
        var told = EventRecords()
        switch target {
        case .mergeRequest(let mergeRequest):
            told.refresh = [context.refresh(.mergeRequest(iid: Int64(mergeRequest.iid.rawValue)))]
            told.records = people.records(context)
            told.records.insert(mergeRequest.record(people, context))
            if let note = record(on: .mergeRequest(context.key(mergeRequest.id)), people, context) {
                told.records.insert(note)
            }
        case .issue(let issue):
            told.refresh = [context.refresh(.issue(iid: Int64(issue.iid.rawValue)))]
            told.records = people.records(context)
            told.records.insert(issue.record(people, context))
            if let note = record(on: .issue(context.key(issue.id)), people, context) {
                told.records.insert(note)
            }
        case .commit, .snippet, .other: break
        }
        return told
    }

    /// `nil` when the event does not name its author: who changes a comment need not have written it.
    private func record(
        on subject: RecordReference, _ people: NamedPeople, _ context: EventContext
    ) -> NoteRecord? {
        guard note.isSystem != true, let author = people[note.authorID ?? user?.id] else { return nil }
        // What is on an issue is not resolved.
        let isResolvable = subject.kind == .mergeRequest && (note.type.map { $0 != "" } ?? false)
        let facts = NoteRecord.Facts(
            author: author, isInternal: note.isInternal ?? false, isResolvable: isResolvable,
            resolvedAt: note.resolvedAt.value.map { Instant($0) }, resolvedBy: people[note.resolvedByID.value]
        )
        return NoteRecord(
            id: context.key(note.id), project: context.project, subject: subject,
            createdAt: Instant(note.createdAt),
            facts: Register(facts, stamp: context.stamp(note.updatedAt ?? note.createdAt)))
    }
}
