import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// When merge requests and issues got labels and lost them.
    func readLabelEvents() async throws -> Extent {
        try await readEvents(
            LabelChange.self, id: \ResourceLabelEvent.id.rawValue,
            ofMergeRequest: { [reference] in .labelEvents(ofMergeRequest: $0, in: reference, perPage: $1) },
            ofIssue: { [reference] in .labelEvents(ofIssue: $0, in: reference, perPage: $1) },
            record: { $0.record(on: $1, $2) })
    }

    /// When merge requests and issues were closed, reopened and merged.
    func readStateEvents() async throws -> Extent {
        try await readEvents(
            StateChange.self, id: \ResourceStateEvent.id.rawValue,
            ofMergeRequest: { [reference] in .stateEvents(ofMergeRequest: $0, in: reference, perPage: $1) },
            ofIssue: { [reference] in .stateEvents(ofIssue: $0, in: reference, perPage: $1) },
            record: { $0.record(on: $1, $2) })
    }

    /// When merge requests and issues were put into milestones and taken out.
    func readMilestoneEvents() async throws -> Extent {
        try await readEvents(
            MilestoneChange.self, id: \ResourceMilestoneEvent.id.rawValue,
            ofMergeRequest: { [reference] in
                .milestoneEvents(ofMergeRequest: $0, in: reference, perPage: $1)
            },
            ofIssue: { [reference] in .milestoneEvents(ofIssue: $0, in: reference, perPage: $1) },
            record: { $0.record(on: $1, $2) })
    }

    /// A merge request or issue whose events may have changed since they were read.
    private enum Subject: Sendable {
        case mergeRequest(MergeRequestIID, RecordReference)
        case issue(IssueIID, RecordReference)

        var reference: RecordReference {
            switch self {
            case .mergeRequest(_, let reference), .issue(_, let reference): reference
            }
        }
    }

    /// The events of all that changed since, one list for each of them.
    private func readEvents<Row: NamingUsers & Decodable & Sendable, Change: SubjectChange>(
        _ change: Change.Type, id: @escaping @Sendable (Row) -> Int,
        ofMergeRequest: @escaping @Sendable (MergeRequestIID, Int) -> Request<Page<Row>>,
        ofIssue: @escaping @Sendable (IssueIID, Int) -> Request<Page<Row>>,
        record: @escaping @Sendable (Row, RecordReference, ReadContext) -> SubjectEvent<Change>
    ) async throws -> Extent {
        let stale = try await staleSubjects(of: Change.kind)
        for start in stride(from: 0, to: stale.count, by: Self.subjectsAtOnce) {
            let chunk = stale[start..<min(start + Self.subjectsAtOnce, stale.count)]
            let sets = try await chunk.concurrentMap(atOnce: configuration.requestsPerProject) { subject in
                let first =
                    switch subject {
                    case .mergeRequest(let iid, _): ofMergeRequest(iid, configuration.pageSize)
                    case .issue(let iid, _): ofIssue(iid, configuration.pageSize)
                    }
                return try await events(of: subject.reference, first, id: id, record)
            }
            for set in sets { try await merge(set) }
        }
        return Extent(since: plan.since, until: began.earliest)
    }

    private func events<Row: NamingUsers & Decodable & Sendable, Change: SubjectChange>(
        of subject: RecordReference, _ first: Request<Page<Row>>, id: @escaping @Sendable (Row) -> Int,
        _ record: (Row, RecordReference, ReadContext) -> SubjectEvent<Change>
    ) async throws(GitLabError) -> RecordSet {
        do {
            let events = try await CompleteListing(first: first, id: id, send: reader.pages()).read()
            let context = context(events.began)
            var records = context.records(of: events.rows) { record($0, subject, context) }
            if events.isComplete {
                let ids = events.rows.map { Int64(id($0)) }.sorted()
                records.insert(listing(of: Change.kind, in: subject, .ids(ids), events.began))
            }
            log.count(events.rows.count, skipped: events.skipped, of: Change.kind)
            return records
        } catch {
            // A subject that has gone meanwhile is no reason to stop; the sweep says that it has.
            guard error.code == .notFound else { throw error }
            return RecordSet()
        }
    }

    /// Those stored that are open or changed since the plan begins, and are not known as they are now.
    private func staleSubjects(of kind: RecordKind) async throws(StorageError) -> [Subject] {
        let known = try await stored(
            [.mergeRequest, .issue, .listing], activity: plan.since..<max(plan.since, .distantFuture))
        func isStale(_ updatedAt: Int64, _ subject: RecordReference) -> Bool {
            !isSettled(updatedAt, read: known.listing(of: kind, in: subject)?.began)
        }
        let mergeRequests = known.mergeRequests.rows.sorted { $0.id < $1.id }.compactMap {
            record -> Subject? in
            guard let summary = record.summary, !record.isGone,
                isStale(summary.value.updatedAt.milliseconds, record.reference)
            else { return nil }
            return .mergeRequest(MergeRequestIID(rawValue: Int(summary.value.iid)), record.reference)
        }
        let issues = known.issues.rows.sorted { $0.id < $1.id }.compactMap { record -> Subject? in
            guard let summary = record.summary, !record.isGone,
                isStale(summary.value.updatedAt.milliseconds, record.reference)
            else { return nil }
            return .issue(IssueIID(rawValue: Int(summary.value.iid)), record.reference)
        }
        return mergeRequests + issues
    }

    private static var subjectsAtOnce: Int { 20 }
}
