import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension Backfill {
    /// What a selection of a plan leads to.
    enum Target: Sendable {
        case found(Project, ReadStart)
        case missing(BackfillOutcome.ProjectReport)

        /// Of one that could not be found.
        var report: BackfillOutcome.ProjectReport? {
            if case .missing(let report) = self { report } else { nil }
        }
    }

    /// The projects of the plan, each once, in its order.
    func targets(of plan: BackfillPlan, _ reader: Reader) async throws -> [Target] {
        let found = try await plan.selections.concurrentMap(atOnce: configuration.requestsPerProject) {
            try await targets(of: $0, in: plan, reader)
        }
        let strays = try await strays(of: plan, besides: Array(found.joined()), reader)
        var seen: Set<ProjectID> = []
        return (found.joined() + strays).filter { target in
            guard case .found(let project, _) = target else { return true }
            return seen.insert(project.id).inserted
        }
    }

    private func targets(
        of selection: BackfillPlan.Selection, in plan: BackfillPlan, _ reader: Reader
    ) async throws -> [Target] {
        do {
            switch selection {
            case .project(let reference):
                let answer = try await reader.send(.project(reference))
                return [.found(answer.value, answer.began)]
            case .group(let group):
                let listing = CompleteListing(
                    first: .projects(
                        in: group, includeSubgroups: true, withShared: false, perPage: configuration.pageSize),
                    id: { (project: Project) in project.id }, send: reader.pages())
                let projects = try await listing.read()
                let found = projects.rows.map { Target.found($0, projects.began) }
                guard !projects.isComplete else { return found }
                let error = GitLabError(.decoding, detail: "not all projects of \(selection) could be listed")
                return found + [
                    .missing(.init(name: selection.description, project: nil, outcome: .failed(error)))
                ]
            }
        } catch {
            guard !error.stopsEverything else { throw error }
            let key = try await knownProject(selection, plan)
            if let key, error.code == .notFound || error.code == .forbidden {
                let status: CoverageRecord.Status = error.code == .notFound ? .unreachable : .forbidden
                try await mark(key, status, plan)
            }
            return [
                .missing(.init(name: selection.description, project: key, outcome: ProjectOutcome(error)))
            ]
        }
    }

    /// The project the selection meant when GitLab last showed it.
    private func knownProject(
        _ selection: BackfillPlan.Selection, _ plan: BackfillPlan
    ) async throws(StorageError) -> ProjectKey? {
        switch selection {
        case .group: return nil
        case .project(.id(let id)): return ProjectKey(plan.instance, id.rawValue)
        case .project(.path(let path)):
            let known = try await storage.records(matching: RecordQuery(kinds: [.project]))
            let projects = known.projects.filter { $0.key.instance == plan.instance }
            func key(_ isMeant: (ProjectRecord) -> Bool) -> ProjectKey? {
                projects.first { key, records in records.project[key].map(isMeant) ?? false }?.key
            }
            // Another project may have taken the path of one that moved.
            return key { $0.summary?.value.path == path } ?? key { $0.paths.contains(path) }
        }
    }

    /// Says of every kind that it cannot be read now; what was read before stays.
    func mark(
        _ project: ProjectKey, _ status: CoverageRecord.Status, _ plan: BackfillPlan
    ) async throws(StorageError) {
        let known = try await storage.records(
            matching: RecordQuery(projects: [project], kinds: [.project, .coverage]))[project]
        let stamp = Stamp(readBegan: time.now.milliseconds)
        let records = plan.kinds.union([.project]).map { kind in
            let id = CoverageRecord.ID(project: project, kind: kind)
            var extent =
                known.coverage[id]?.extent.value
                ?? CoverageRecord.Extent(status: status, since: plan.since, until: plan.since)
            extent.status = status
            return CoverageRecord(id: id, extent: Register(extent, stamp: stamp))
        }
        var marks = RecordSet(records)
        if status == .unreachable, known.project.contains(project) {
            var gone = ProjectRecord(id: project)
            gone.existence = Register(.gone, stamp: stamp)
            marks.insert(gone)
        }
        try await storage.merge(marks)
    }
}

extension GitLabError {
    /// Whether no request of this token can succeed.
    package var stopsEverything: Bool {
        [.invalidToken, .expiredToken, .revokedToken, .insufficientScope].contains(code)
    }
}
