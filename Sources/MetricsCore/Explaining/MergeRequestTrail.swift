/// What happened to one merge request, from its first commit to what became of it in production.
struct MergeRequestTrail {
    let title: String
    private(set) var steps: [Explanation.Step] = []
    private let facts: ProjectFacts
    private let timeline: MergeRequestTimeline
    private let record: MergeRequestRecord
    private let reference: RecordReference

    init(of timeline: MergeRequestTimeline, in facts: ProjectFacts) {
        self.facts = facts
        self.timeline = timeline
        record = facts.record(of: timeline)
        reference = facts.reference(of: timeline)
        title = "\(facts.name(of: timeline)) \(record.summary?.value.title ?? "")"
        addFirstCommit()
        addOpening()
        steps += ReviewTrail(of: timeline, in: facts).steps
        addEnd()
        addDeployments()
        addReverts()
    }

    private mutating func addFirstCommit() {
        guard let authored = timeline.firstCommit,
            case .shas(let shas) = facts.records.listing(of: .commit, in: reference)?.members
        else { return }
        let keys = shas.map { CommitKey(facts.project, $0) }
        guard let key = keys.first(where: { facts.records.commits[$0]?.facts.value.authoredAt == authored })
        else { return }
        steps.append(.init(authored, "first commit authored", from: .commit(key)))
    }

    private mutating func addOpening() {
        let isDraft = TimelineReader.startedAsDraft(
            facts.events(of: timeline), otherwise: timeline.traits.contains(.draft))
        steps.append(
            .init(
                timeline.created, isDraft ? "opened as a draft" : "opened, ready",
                by: facts.username(of: record.author?.value ?? nil), from: reference,
                leftOut: timeline.traits.contains(.byBot) ? .bot : nil))
    }

    private mutating func addEnd() {
        if let merged = timeline.merged {
            let by = facts.username(of: record.merge?.value.by)
            steps.append(.init(merged, "merged", by: by, from: reference))
        } else if let closed = timeline.closed,
            !facts.events(of: timeline).contains(where: { $0.kind == .closed })
        {
            let by = facts.username(of: record.closedBy?.value ?? nil)
            steps.append(.init(closed, "closed", by: by, from: reference))
        }
    }

    /// Where it went, by which deployment, and what is held against those.
    private mutating func addDeployments() {
        let history = facts.deployments
        let links = facts.links.filter { facts.mergeRequests[Int($0.mergeRequest)].id == timeline.id }
            .sorted { history.successes[Int($0.deployment)].id < history.successes[Int($1.deployment)].id }
        for link in links {
            let deployment = history.successes[Int(link.deployment)]
            let environment = facts.environment(of: deployment)
            let trigger = facts.records.deployments.rows[Int(deployment.row)].triggeredBy?.value ?? nil
            let isBackwards = timeline.merged.map { deployment.finish < $0 } ?? false
            steps.append(
                .init(
                    deployment.finish, "deployed to \(environment) with \(facts.name(of: deployment))",
                    by: facts.username(of: trigger), from: facts.reference(of: deployment),
                    leftOut: deployment.isFirst ? .firstDeployment : isBackwards ? .backwards : nil,
                    link: link.basis))
            steps += facts.failureSteps(of: link.deployment)
        }
    }

    private mutating func addReverts() {
        let targets = RevertTargets(of: facts.records, timelines: facts.mergeRequests)
        var later: [Explanation.Step] = []
        for (position, revert) in facts.mergeRequests.enumerated() {
            guard let merged = revert.merged, facts.record(of: revert).reverts != nil,
                targets.reverted(by: Int32(position)).contains(where: {
                    facts.mergeRequests[Int($0)].id == timeline.id
                })
            else { continue }
            let lands = targets.takenBack(by: Int32(position)).isEmpty
            later.append(
                .init(
                    merged, "\(lands ? "undone" : "taken back") with \(facts.name(of: revert))",
                    by: facts.username(of: facts.record(of: revert).merge?.value.by),
                    from: facts.reference(of: revert)))
        }
        steps += later.sorted { $0.source < $1.source }
    }
}
