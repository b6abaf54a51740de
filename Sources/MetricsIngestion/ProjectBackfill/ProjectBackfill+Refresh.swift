import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// What a refresh leaves to be asked for again.
    struct RefreshRest: Sendable {
        /// A fault kept them from being read.
        var unread: Set<RefreshKey.Subject> = []
        /// Read, but not yet what they will be.
        var settling: Set<RefreshKey.Subject> = []
    }

    /// Reads just these, many with one request; a fault in one kind does not keep the others from being read.
    ///
    /// The project itself has been read already. Lists come first: they hold what the others point to.
    func refresh(_ subjects: Set<RefreshKey.Subject>) async throws -> RefreshRest {
        try await merge(RecordSet([project.record(context(began))]))
        var rest = RefreshRest()
        for kind in RecordKind.allCases where subjects.contains(.list(kind)) {
            try await attempt(kind, [.list(kind)], &rest) { try await $0.readList(kind) }
        }
        let mergeRequests = subjects.mergeRequests
        try await attempt(.mergeRequest, Set(mergeRequests.map { .mergeRequest(iid: $0) }), &rest) {
            try await $0.refreshMergeRequests(mergeRequests.map { MergeRequestIID(rawValue: Int($0)) })
        }
        let issues = subjects.issues
        try await attempt(.issue, Set(issues.map { .issue(iid: $0) }), &rest) {
            try await $0.refreshIssues(issues.map { IssueIID(rawValue: Int($0)) })
        }
        let deployments = subjects.deployments
        var settling: [DeploymentKey] = []
        try await attempt(.deployment, Set(deployments.map { .deployment(id: $0) }), &rest) {
            settling = try await $0.refreshDeployments(deployments.map { DeploymentKey(plan.instance, $0) })
        }
        rest.settling.formUnion(settling.map { .deployment(id: $0.id) })
        let pipelines = subjects.pipelines
        try await attempt(.pipeline, Set(pipelines.map { .pipeline(id: $0) }), &rest) {
            try await $0.refreshPipelines(pipelines.map { PipelineID(rawValue: Int($0)) })
        }
        if let branch = project.defaultBranch, subjects.contains(.commits(branch: branch)) {
            try await attempt(.commit, [.commits(branch: branch)], &rest) { _ = try await $0.readCommits() }
        }
        if !mergeRequests.isEmpty || !issues.isEmpty {
            let told = Set(mergeRequests.map { RefreshKey.Subject.mergeRequest(iid: $0) })
                .union(issues.map { .issue(iid: $0) })
            for step in furtherSteps where [.labelEvent, .stateEvent, .milestoneEvent].contains(step.kind) {
                try await attempt(step.kind, told, &rest) { _ = try await step.read($0) }
            }
        }
        return rest
    }

    /// - Parameter subjects: what stays unread after a fault; nothing is read for none.
    private func attempt(
        _ kind: RecordKind, _ subjects: Set<RefreshKey.Subject>, _ rest: inout RefreshRest,
        _ read: (ProjectBackfill) async throws -> Void
    ) async throws {
        guard !subjects.isEmpty, plan.kinds.contains(kind), isOffered(kind) else { return }
        do {
            try await read(counting(kind))
        } catch let error as GitLabError where !error.stopsEverything {
            // What the project has switched off, or the token may not read, is no better read again.
            guard refusal(kind, error) == nil else { return }
            log.fail(kind, error)
            rest.unread.formUnion(subjects)
        } catch let error as StorageError where error.code == .conflict {
            // A backfill reads the same list at this moment.
            rest.unread.formUnion(subjects)
        }
    }

    private func readList(_ kind: RecordKind) async throws {
        guard kind != .environment else {
            _ = try await readEnvironments()
            return
        }
        let lists: Set<RecordKind> = [.milestone, .member, .release, .branch, .tag, .activityEvent]
        guard lists.contains(kind), let step = furtherSteps.first(where: { $0.kind == kind }) else { return }
        _ = try await step.read(self)
    }
}

extension Set<RefreshKey.Subject> {
    fileprivate var mergeRequests: [Int64] {
        compactMap { if case .mergeRequest(let iid) = $0 { iid } else { nil } }.sorted()
    }

    fileprivate var issues: [Int64] {
        compactMap { if case .issue(let iid) = $0 { iid } else { nil } }.sorted()
    }

    fileprivate var deployments: [Int64] {
        compactMap { if case .deployment(let id) = $0 { id } else { nil } }.sorted()
    }

    fileprivate var pipelines: [Int64] {
        compactMap { if case .pipeline(let id) = $0 { id } else { nil } }.sorted()
    }
}
