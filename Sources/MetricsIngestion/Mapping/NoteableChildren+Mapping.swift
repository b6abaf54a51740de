import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension NoteableChildren {
    /// What hangs on that merge request or issue, as records: of each list that is whole, also that it is.
    ///
    /// - Parameter wanted: the kinds that are kept.
    func records(of subject: RecordReference, _ wanted: Set<RecordKind>, _ context: ReadContext) -> RecordSet
    {
        var records = RecordSet()
        if wanted.contains(.note) {
            for node in notes.nodes { records.insert(node.record(on: subject, context)) }
        }
        if wanted.contains(.note), notes.isWhole {
            let ids = notes.nodes.map { Int64($0.id.rawValue) }.sorted()
            records.insert(context.listing(of: .note, in: subject, .ids(ids)))
        }
        if wanted.contains(.timeLog) {
            for node in timelogs?.nodes ?? [] { records.insert(node.record(on: subject, context)) }
        }
        if wanted.contains(.commit), let commits {
            for node in commits.nodes { node.record(context).map { records.insert($0) } }
            if commits.isWhole {
                records.insert(
                    context.listing(of: .commit, in: subject, .shas(commits.nodes.map(\.sha).sorted())))
            }
        }
        return records
    }

    /// The time logs that were stored of that merge request or issue and are no longer there.
    func goneTimeLogs(
        of subject: RecordReference, among known: ProjectRecords, _ context: ReadContext
    ) -> [TimeLogRecord] {
        guard let timelogs, timelogs.isWhole else { return [] }
        let present = Set(timelogs.nodes.map { Int64($0.id.rawValue) })
        let missing = known.timeLogs.filter { $0.subject == subject && !present.contains($0.id.id) }
        return missing.rows.map { record in
            var gone = record
            gone.existence = Register(.gone, stamp: context.stamp)
            return gone
        }
    }

    /// Everybody they name.
    var users: [UserNode] {
        notes.nodes.flatMap { [$0.author, $0.resolvedBy] }.compactMap(\.self)
            + (timelogs?.nodes.compactMap(\.user) ?? [])
    }

    /// Whether everything in it could be understood.
    var isUnderstood: Bool { labels.skipped.isEmpty && counts.allSatisfy { $0.skipped == 0 } }

    /// How many rows there are of each kind, and how many could not be understood.
    var counts: [(kind: RecordKind, rows: Int, skipped: Int)] {
        var counts = [(RecordKind.note, notes.nodes.count, notes.skipped.count)]
        if let timelogs { counts.append((.timeLog, timelogs.nodes.count, timelogs.skipped.count)) }
        if let commits { counts.append((.commit, commits.nodes.count, commits.skipped.count)) }
        return counts
    }
}

extension GraphQLConnection {
    /// Whether these are all there are, so that absence from them is a fact.
    fileprivate var isWhole: Bool { next == nil && skipped.isEmpty }
}

extension ReadContext {
    /// That these are all the children of that thing.
    func listing(
        of children: RecordKind, in subject: RecordReference, _ members: ListingRecord.Members
    ) -> ListingRecord {
        ListingRecord(
            id: .init(subject: subject, children: children), project: project, began: began.earliest,
            members: members)
    }
}

extension NoteNode {
    /// Its text is looked at here, and stays here.
    func record(on subject: RecordReference, _ context: ReadContext) -> NoteRecord {
        let facts = NoteRecord.Facts(
            author: author?.account, activity: isSystem ? NoteActivity(systemNote: body) : nil,
            isInternal: isInternal, isResolvable: isResolvable, resolvedAt: resolvedAt.map { Instant($0) },
            resolvedBy: resolvedBy?.account)
        let stamp = context.stamp(updatedAt: updatedAt ?? createdAt, precision: .second)
        return NoteRecord(
            id: context.key(id), project: context.project, subject: subject, createdAt: Instant(createdAt),
            facts: Register(facts, stamp: stamp))
    }
}

extension TimelogNode {
    func record(on subject: RecordReference, _ context: ReadContext) -> TimeLogRecord {
        let facts = TimeLogRecord.Facts(user: user?.account, seconds: timeSpent, spentAt: Instant(spentAt))
        var record = TimeLogRecord(
            id: context.key(id), project: context.project, subject: subject,
            facts: Register(facts, stamp: context.stamp))
        record.existence = Register(.present, stamp: context.stamp)
        return record
    }
}

extension CommitNode {
    /// `nil` without any date: no metric could place it.
    func record(_ context: ReadContext) -> CommitRecord? {
        guard let authored = authoredAt ?? committedAt else { return nil }
        let title = title ?? message.map { String($0.prefix { !$0.isNewline }) } ?? ""
        let facts = CommitRecord.Facts(
            title: title, authorName: authorName, authorEmail: authorEmail, authoredAt: Instant(authored),
            reverts: Revert(statedIn: [message]), cherryPicked: message?.cherryPickedSHA,
            tickets: context.tickets(inMessage: message, beyond: title))
        return CommitRecord(
            id: CommitKey(context.project, sha), facts: Register(facts, stamp: context.stamp),
            committedAt: committedAt.map { Register(Instant($0), stamp: context.stamp) })
    }
}
