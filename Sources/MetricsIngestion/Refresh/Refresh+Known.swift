import MetricsCore
import MetricsStorage

extension Refresh {
    /// Those that were read to the end after they were told, as by a backfill that began later than the delivery
    /// arrived.
    ///
    /// Only what is written down of reads counts: where it does not say that all was read, it is read again. So it is
    /// where the read began within five seconds: who receives may have another clock than who reads.
    func known(
        _ taken: Taken, of project: ProjectKey
    ) async throws(StorageError) -> Set<RefreshKey.Subject> {
        let subjects = taken.subjects
        var kinds: Set<RecordKind> = [.project, .coverage, .listing]
        if subjects.contains(where: \.isMergeRequest) { kinds.formUnion([.mergeRequest, .approvals]) }
        if subjects.contains(where: \.isIssue) { kinds.insert(.issue) }
        if subjects.contains(where: \.isPipeline) { kinds.insert(.pipeline) }
        if subjects.contains(where: \.isDeployment) { kinds.insert(.deployment) }
        let stored = try await storage.records(matching: RecordQuery(projects: [project], kinds: kinds))
        let known = KnownReads(
            project: project, records: stored[project], kinds: configuration.kinds,
            way: configuration.reading.way)
        return subjects.filter { subject in
            taken.entries[subject]?.told.map { known.isRead(subject, since: $0 + Self.tolerance) } ?? false
        }
    }

    /// In milliseconds.
    private static var tolerance: Int64 { 5000 }
}

/// What is written down of the reads of one project.
private struct KnownReads {
    let project: ProjectKey
    let records: ProjectRecords
    /// The kinds that are kept.
    let kinds: Set<RecordKind>
    let way: ReadingWay
    private let mergeRequests: [Int64: MergeRequestRecord]
    private let issues: [Int64: IssueRecord]

    init(project: ProjectKey, records: ProjectRecords, kinds: Set<RecordKind>, way: ReadingWay) {
        self.project = project
        self.records = records
        self.kinds = kinds
        self.way = way
        mergeRequests = Dictionary(
            records.mergeRequests.rows.compactMap { row in row.summary.map { ($0.value.iid, row) } },
            uniquingKeysWith: { $1 })
        issues = Dictionary(
            records.issues.rows.compactMap { row in row.summary.map { ($0.value.iid, row) } },
            uniquingKeysWith: { $1 })
    }

    /// - Parameter told: in milliseconds since 1970.
    func isRead(_ subject: RefreshKey.Subject, since told: Int64) -> Bool {
        switch subject {
        case .project:
            records.project[project]?.existence.isRead(since: told) ?? false
        case .mergeRequest(let iid):
            mergeRequests[iid].map { isRead($0, since: told) } ?? false
        case .issue(let iid):
            issues[iid].map { isRead($0, since: told) } ?? false
        case .pipeline(let id):
            records.pipelines[PipelineKey(project.instance, id)].map { pipeline in
                pipeline.summary.isRead(since: told) && pipeline.timing.isRead(since: told)
                    && (!kinds.contains(.job) || isCovered(.job, since: told))
            } ?? false
        case .deployment(let id):
            records.deployments[DeploymentKey(project.instance, id)].map { isRead($0, since: told) } ?? false
        case .commits: isCovered(.commit, since: told)
        case .list(let kind): isCovered(kind, since: told)
        }
    }

    private func isRead(_ mergeRequest: MergeRequestRecord, since told: Int64) -> Bool {
        mergeRequest.existence.isRead(since: told)
            && (!kinds.contains(.approvals)
                || records.approvals[mergeRequest.id]?.by.isRead(since: told) ?? false)
            && areListed(
                [.note, .commit, .labelEvent, .stateEvent, .milestoneEvent], of: mergeRequest.reference, told)
    }

    /// REST alone tells no comments on issues.
    private func isRead(_ issue: IssueRecord, since told: Int64) -> Bool {
        var children: Set<RecordKind> = [.labelEvent, .stateEvent, .milestoneEvent]
        if way != .rest { children.insert(.note) }
        return issue.existence.isRead(since: told) && areListed(children, of: issue.reference, told)
    }

    /// One that succeeded is not known before GitLab has had the time to link what it carries.
    private func isRead(_ deployment: DeploymentRecord, since told: Int64) -> Bool {
        guard deployment.status.isRead(since: told) else { return false }
        guard let status = deployment.status, status.value == .success else { return true }
        let carried = records.listing(of: .mergeRequest, in: deployment.reference)
        return carried.map { $0.began > max(told, status.stamp.updatedAt + 120_000) } ?? false
    }

    /// Of those kinds that are kept.
    private func areListed(_ children: Set<RecordKind>, of subject: RecordReference, _ told: Int64) -> Bool {
        children.intersection(kinds).allSatisfy { kind in
            records.listing(of: kind, in: subject).map { $0.began > told } ?? false
        }
    }

    private func isCovered(_ kind: RecordKind, since told: Int64) -> Bool {
        let coverage = records.coverage[CoverageRecord.ID(project: project, kind: kind)]
        guard let extent = coverage?.extent.value, extent.status == .complete else { return false }
        return extent.until.milliseconds > told
    }
}

extension Optional {
    /// Whether what it says was read from GitLab after that, in milliseconds since 1970; what a delivery told was not.
    fileprivate func isRead<Value>(since told: Int64) -> Bool where Wrapped == Register<Value> {
        self?.stamp.readBegan.map { $0 > told } ?? false
    }
}

extension RefreshKey.Subject {
    fileprivate var isMergeRequest: Bool { if case .mergeRequest = self { true } else { false } }
    fileprivate var isIssue: Bool { if case .issue = self { true } else { false } }
    fileprivate var isPipeline: Bool { if case .pipeline = self { true } else { false } }
    fileprivate var isDeployment: Bool { if case .deployment = self { true } else { false } }
}
