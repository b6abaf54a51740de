import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// Merge requests and issues that are stored and were not seen in this run, as many as one query asks for.
    struct Held: Sendable {
        struct Row<Key: Hashable & Sendable>: Sendable {
            var key: Key
            /// Comments that are stored and live; `nil` when it is not sure that all were read.
            var comments: Int?
        }

        var backfill: ProjectBackfill
        var mergeRequests: [MergeRequestIID: Row<MergeRequestKey>] = [:]
        var issues: [IssueIID: Row<IssueKey>] = [:]

        var numbers: HeldNumbers {
            HeldNumbers(
                path: backfill.project.pathWithNamespace, mergeRequests: mergeRequests.keys.sorted(),
                issues: issues.keys.sorted())
        }
    }

    /// What a sweep has to ask for, in portions of at most a hundred of each.
    func held() async throws(StorageError) -> [Held] {
        let known = try await stored([.mergeRequest, .issue, .note, .listing], activity: window)
        func isListed(_ children: RecordKind, of subject: RecordReference) -> Bool {
            !wants(children) || known.listing(of: children, in: subject) != nil
        }
        var comments: [RecordReference: Int] = [:]
        for note in known.notes where !note.isSystem && known.isLive(note) {
            comments[note.subject, default: 0] += 1
        }
        func count(_ subject: RecordReference) -> Int? {
            let isWhole =
                isListed(.note, of: subject) && (subject.kind == .issue || isListed(.commit, of: subject))
            return isWhole ? comments[subject] ?? 0 : nil
        }
        var mergeRequests: [(MergeRequestIID, Held.Row<MergeRequestKey>)] = []
        for record in known.mergeRequests where wants(.mergeRequest) && !wasSeen(record.existence) {
            guard let iid = record.summary?.value.iid else { continue }
            mergeRequests.append(
                (
                    MergeRequestIID(rawValue: Int(iid)),
                    .init(key: record.id, comments: count(record.reference))
                ))
        }
        var issues: [(IssueIID, Held.Row<IssueKey>)] = []
        for record in known.issues where wants(.issue) && !wasSeen(record.existence) {
            guard let iid = record.summary?.value.iid else { continue }
            issues.append(
                (
                    IssueIID(rawValue: Int(iid)),
                    .init(key: record.id, comments: count(record.reference))
                ))
        }
        let portions = max(mergeRequests.count, issues.count)
        return stride(from: 0, to: portions, by: 100).map { start in
            Held(
                backfill: self,
                mergeRequests: Dictionary(
                    mergeRequests.dropFirst(start).prefix(100), uniquingKeysWith: { first, _ in first }),
                issues: Dictionary(
                    issues.dropFirst(start).prefix(100), uniquingKeysWith: { first, _ in first }))
        }
    }

    /// Those that did not come are gone: deleting one leaves no other trace. Those with another number of comments
    /// are read again: neither does deleting a comment.
    func settle(_ held: Held, _ found: FoundNumbers, at began: ReadStart, _ graphQL: GraphQLReader)
        async throws
    {
        if let list = found.mergeRequests, list.skipped.isEmpty {
            let counts = Dictionary(
                list.nodes.map { (MergeRequestIID(rawValue: $0.iid), $0.userNotesCount) },
                uniquingKeysWith: { first, _ in first })
            let gone = held.mergeRequests.filter { counts[$0.key] == nil }.map(\.value.key)
            try await merge(RecordSet(gone.map { self.gone($0, at: began) }))
            try await readCarryingDeployments(of: gone)
            let changed = held.mergeRequests.filter { iid, row in
                counts[iid].flatMap(\.self).map { $0 != row.comments } ?? false
            }
            if wants(.note) { try await readMergeRequestNodes(changed.keys.sorted(), graphQL) }
        }
        if let list = found.issues, list.skipped.isEmpty {
            let counts = Dictionary(
                list.nodes.map { (IssueIID(rawValue: $0.iid), $0.userNotesCount) },
                uniquingKeysWith: { first, _ in first })
            let gone = held.issues.filter { counts[$0.key] == nil }.map(\.value.key)
            try await merge(RecordSet(gone.map { self.gone($0, at: began) }))
            let changed = held.issues.filter { iid, row in
                counts[iid].flatMap(\.self).map { $0 != row.comments } ?? false
            }
            if wants(.note) { try await readIssueNodes(changed.keys.sorted(), graphQL) }
        }
    }
}
