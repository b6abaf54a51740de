/// One project's records, and what hangs on each merge request: facts about a single one, without looking at the rest.
///
/// What deployments carry is taken over from the whole project's facts; it changes only with deployments.
package struct MergeRequestSlices: Sendable {
    package private(set) var records: RecordSet
    private let project: ProjectKey
    private let rules: FactRules
    private let bots: Bots
    private var notes: [Int64: Set<NoteKey>] = [:]
    private var events: [Int64: Set<ProvisionalEvent.ID>] = [:]
    private var states: [Int64: Set<StateEventRecord.ID>] = [:]
    /// Merge requests that GitLab lists under deployments, known or not.
    private let listed: Set<Int64>
    /// Whether commits decide what some deployments carry.
    private let isLinkedByCommits: Bool
    /// By merge request, when and how it reached production.
    private let deployed: [Int64: Deployed]

    private struct Deployed {
        var at: Instant?
        var basis: DeploymentLink.Basis?
        var isFirstOnly: Bool
    }

    /// O(records of the project).
    package init(_ facts: ProjectFacts) {
        project = facts.project
        rules = facts.rules
        bots = facts.bots
        var own = facts.records
        own.makeUnique()
        records = RecordSet(projects: [facts.project: own])
        var deployed: [Int64: Deployed] = [:]
        for timeline in facts.mergeRequests {
            let isFirstOnly = timeline.traits.contains(.firstDeploymentOnly)
            guard timeline.deployed != nil || isFirstOnly else { continue }
            deployed[timeline.id] = Deployed(
                at: timeline.deployed, basis: timeline.deployedBasis, isFirstOnly: isFirstOnly)
        }
        self.deployed = deployed
        let listings = facts.records.listings.filter { $0.id.children == .mergeRequest }
        listed = Set(
            listings.flatMap { listing -> [Int64] in
                if case .ids(let ids) = listing.members { ids } else { [] }
            })
        isLinkedByCommits = facts.deployments.successes.contains { success in
            let reference = RecordReference(
                kind: .deployment, instance: facts.project.instance, id: String(success.id))
            return facts.records.listing(of: .mergeRequest, in: reference) == nil
        }
        addChildren(in: facts.records)
    }

    private mutating func addChildren(in records: ProjectRecords) {
        for note in records.notes {
            guard note.subject.kind == .mergeRequest, let id = Int64(note.subject.id) else { continue }
            notes[id, default: []].insert(note.id)
        }
        for event in records.stateEvents {
            guard event.subject.kind == .mergeRequest, let id = Int64(event.subject.id) else { continue }
            states[id, default: []].insert(event.id)
        }
        for event in records.provisionalEvents {
            events[event.mergeRequest.id, default: []].insert(event.id)
        }
    }

    /// The merge requests that are all the changes concern; `nil` if they concern anything else: a deployment or a pipeline,
    /// or a merge request that a deployment carries or may carry.
    package func touched(by changes: RecordChanges) -> Set<Int64>? {
        guard let touched = changes.mergeRequestsOnly(in: project) else { return nil }
        for records in [changes.before[project], changes.after[project]] where isLinkedByCommits {
            if records.mergeRequests.contains(where: { $0.merge?.value.at != nil }) { return nil }
        }
        return touched.contains { deployed[$0] != nil || listed.contains($0) } ? nil : touched
    }

    /// Facts about the whole project; O(its records).
    package var facts: ProjectFacts { ProjectFacts(of: project, records[project], rules: rules) }

    /// Takes in what a merge changed; O(changes).
    package mutating func apply(_ changes: RecordChanges) {
        records.revert(RecordChanges(before: changes.after, after: changes.before))
        addChildren(in: changes.after[project])
    }

    /// Facts about that merge request alone; O(what hangs on it).
    package func facts(of mergeRequest: Int64) -> ProjectFacts {
        let all = records.projects[project] ?? ProjectRecords()
        let key = MergeRequestKey(project.instance, mergeRequest)
        var slice = ProjectRecords()
        slice.coverage = all.coverage
        if let record = all.mergeRequests[key] { slice.insert(record) }
        if let approvals = all.approvals[key] { slice.insert(approvals) }
        for note in notes[mergeRequest] ?? [] {
            if let note = all.notes[note] { slice.insert(note) }
        }
        for event in states[mergeRequest] ?? [] {
            if let event = all.stateEvents[event] { slice.insert(event) }
        }
        for event in events[mergeRequest] ?? [] {
            if let event = all.provisionalEvents[event] { slice.insert(event) }
        }
        for children in [RecordKind.note, .commit] {
            guard let listing = all.listing(of: children, in: .mergeRequest(key)) else { continue }
            slice.insert(listing)
            guard case .shas(let shas) = listing.members else { continue }
            for sha in shas {
                if let commit = all.commits[CommitKey(project, sha)] { slice.insert(commit) }
            }
        }
        return ProjectFacts(of: project, slice, rules: rules, bots: bots) { timeline in
            guard let known = deployed[timeline.id] else { return }
            timeline.moments.deployed = known.at
            timeline.deployedBasis = known.basis
            if known.isFirstOnly { timeline.traits.insert(.firstDeploymentOnly) }
        }
    }
}
