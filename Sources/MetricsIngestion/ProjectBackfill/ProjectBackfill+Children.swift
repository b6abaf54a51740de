import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// What hangs on a merge request, as records. When the merge request has gone meanwhile: that it has.
    func readChildren(_ kinds: Set<RecordKind>, of row: MergeRequest) async throws -> RecordSet {
        var records = RecordSet()
        for kind in kinds.sorted() where wants(kind) {
            do {
                records.merge(try await readChildren(kind, of: row))
            } catch let error as GitLabError where error.code == .forbidden {
                log.refuse(kind, .forbidden, error)
            } catch let error as GitLabError where error.code == .notFound {
                let began = ReadStart(milliseconds: reader.time.now.milliseconds)
                guard try await isThere(row) else { return RecordSet([gone(recordKey(of: row), at: began)]) }
                log.refuse(kind, .featureOff, error)
            }
        }
        return records
    }

    private func readChildren(_ kind: RecordKind, of row: MergeRequest) async throws -> RecordSet {
        switch kind {
        case .note: try await readNotes(of: row)
        case .approvals: try await readApprovals(of: row)
        default: try await readCommits(of: row)
        }
    }

    private func readNotes(of row: MergeRequest) async throws -> RecordSet {
        let listing = CompleteListing(
            first: .notes(
                ofMergeRequest: row.iid, in: reference, orderBy: .createdAt, sort: .ascending,
                perPage: configuration.pageSize),
            id: { (note: Note) in note.id }, send: reader.pages())
        let notes = try await listing.read()
        let subject = reference(to: row)
        var records = context(notes.began).records(of: notes.rows) {
            $0.record(on: subject, context(notes.began))
        }
        if notes.isComplete {
            let ids = notes.rows.map { Int64($0.id.rawValue) }.sorted()
            records.insert(self.listing(of: .note, in: subject, .ids(ids), notes.began))
        }
        log.count(notes.rows.count, skipped: notes.skipped, of: .note)
        return records
    }

    private func readApprovals(of row: MergeRequest) async throws -> RecordSet {
        let answer = try await reader.send(.approvals(ofMergeRequest: row.iid, in: reference))
        log.count(1, of: .approvals)
        return context(answer.began).records(of: [answer.value]) {
            $0.record(of: recordKey(of: row), context(answer.began))
        }
    }

    private func readCommits(of row: MergeRequest) async throws -> RecordSet {
        let listing = CompleteListing(
            first: .commits(ofMergeRequest: row.iid, in: reference, perPage: configuration.pageSize),
            id: { (commit: Commit) in commit.id }, send: reader.pages())
        let commits = try await listing.read()
        var records = RecordSet(
            commits.rows.map { $0.record(context(commits.began), isOfMergeRequest: true) })
        if commits.isComplete {
            let shas = commits.rows.map(\.id).sorted()
            records.insert(self.listing(of: .commit, in: reference(to: row), .shas(shas), commits.began))
        }
        log.count(commits.rows.count, skipped: commits.skipped, of: .commit)
        return records
    }

    func listing(
        of children: RecordKind, in subject: RecordReference, _ members: ListingRecord.Members,
        _ began: ReadStart
    ) -> ListingRecord {
        ListingRecord(
            id: .init(subject: subject, children: children), project: key, began: began.earliest,
            members: members)
    }

    private func isThere(_ row: MergeRequest) async throws -> Bool {
        do {
            _ = try await reader.send(.mergeRequest(row.iid, in: reference))
            return true
        } catch {
            guard error.code == .notFound else { throw error }
            return false
        }
    }

    /// That GitLab no longer shows the merge request.
    func gone(_ id: MergeRequestKey, at began: ReadStart) -> MergeRequestRecord {
        var record = MergeRequestRecord(id: id, project: key)
        record.existence = Register(.gone, stamp: context(began).stamp)
        return record
    }
}
