import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// One part of reading a project; a fault in it does not keep the others from being read.
    struct Step: Sendable {
        var index: Int
        var kind: RecordKind
        /// What comes along with that kind.
        var children: [RecordKind] = []
        /// Whether it looks for what is gone, and says nothing of how much of the kind is known.
        var isSweep = false
        var covers: Bool { !isSweep }
        var read: @Sendable (ProjectBackfill) async throws -> Extent
    }

    /// What a step has read: what changed from `since` on up to `until`.
    struct Extent: Sendable {
        var since: Instant
        /// In milliseconds since 1970, by GitLab's clock.
        var until: Int64
    }

    /// Merge requests after what names them, so that most of what deployments carry is known when they are asked.
    var steps: [Step] {
        let all: [Step] = [
            Step(index: 0, kind: .environment) { try await $0.readEnvironments() },
            Step(index: 0, kind: .mergeRequest, children: [.note, .approvals]) {
                try await $0.readMergeRequests()
            },
            Step(index: 0, kind: .deployment) { try await $0.readDeployments() },
            Step(index: 0, kind: .issue) { try await $0.readIssues() },
            Step(index: 0, kind: .pipeline) { try await $0.readPipelines() },
            Step(index: 0, kind: .commit) { try await $0.readCommits() },
            Step(index: 0, kind: .mergeRequest, isSweep: true) { try await $0.sweepMergeRequests() },
            Step(index: 0, kind: .issue, isSweep: true) { try await $0.sweepIssues() },
        ]
        return (all + furtherSteps).filter { plan.kinds.contains($0.kind) && isOffered($0.kind) }.enumerated()
            .map { index, step in
                var step = step
                step.index = index
                return step
            }
    }

    func perform(_ step: Step) async throws {
        if let refused = log.entries.refused[step.kind] {
            if step.covers { try await cover(step.kind, refused, try await reached(step.kind)) }
            return
        }
        do {
            let extent = try await step.read(counting(step.kind))
            log.succeed(step.kind)
            guard step.covers else { return }
            for kind in [step.kind] + step.children where plan.kinds.contains(kind) {
                let entries = log.entries
                let status =
                    entries.refused[kind] ?? (entries.skipped[kind, default: 0] > 0 ? .partial : .complete)
                try await cover(kind, status, extent)
            }
        } catch let error as GitLabError where !error.stopsEverything && error.code != .cancelled {
            if error.code == .notFound { try await requireProject() }
            let status = refusal(step.kind, error)
            if let status { log.refuse(step.kind, status, error) } else { log.fail(step.kind, error) }
            guard step.covers else { return }
            for kind in [step.kind] + step.children where plan.kinds.contains(kind) {
                try await cover(kind, status ?? .partial, try await reached(step.kind))
            }
        }
    }

    /// The same, whose requests count for that kind.
    func counting(_ kind: RecordKind) -> ProjectBackfill {
        var copy = self
        copy.reader.kind = kind
        copy.graphQL?.reader.kind = kind
        return copy
    }

    /// A part of a project may answer 404 because the whole project has gone meanwhile.
    private func requireProject() async throws { _ = try await reader.send(.project(reference)) }

    /// What an answer says about the whole kind; `nil` for a fault that may pass.
    func refusal(_ kind: RecordKind, _ error: GitLabError) -> CoverageRecord.Status? {
        switch error.code {
        case .notFound: .featureOff
        case .forbidden: isSwitchedOff(kind) ? .featureOff : .forbidden
        default: nil
        }
    }

    private func isSwitchedOff(_ kind: RecordKind) -> Bool {
        switch kind {
        case .mergeRequest: project.mergeRequestsEnabled == false || project.mergeRequestsAccess == .disabled
        case .issue: project.issuesEnabled == false || project.issuesAccess == .disabled
        case .pipeline, .job: project.jobsEnabled == false || project.buildsAccess == .disabled
        case .environment, .deployment: project.environmentsAccess == .disabled
        case .commit, .branch, .tag: project.repositoryAccess == .disabled
        case .release: project.releasesAccess == .disabled
        default: false
        }
    }

    /// Writes down how much of a kind is known.
    func cover(
        _ kind: RecordKind, _ status: CoverageRecord.Status, _ extent: Extent
    ) async throws(StorageError) {
        let known = CoverageRecord.Extent(
            status: status, since: extent.since, until: Instant(milliseconds: extent.until),
            untold: try await untold(of: kind))
        let stamp = Stamp(readBegan: reader.time.now.milliseconds)
        try await merge(
            RecordSet([
                CoverageRecord(id: .init(project: key, kind: kind), extent: Register(known, stamp: stamp))
            ]))
    }
}
