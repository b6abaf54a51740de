/// Tells of one project's contributions which groups they belong to.
///
/// Complexity: O(1) a contribution, but O(production environments) for the environment a merge request reached.
struct GroupAssigner {
    private let grouping: Grouping
    private let facts: ProjectFacts
    private let places: [Int64: [(finish: Instant, environment: Int32)]]

    init(_ grouping: Grouping, of facts: ProjectFacts) {
        self.grouping = grouping
        self.facts = facts
        places = grouping == .environment ? Self.places(of: facts) : [:]
    }

    /// Never empty: what belongs to no group belongs to `none`.
    func groups(of contribution: Contribution) -> [GroupKey] {
        let groups =
            switch grouping {
            case .instance: [GroupKey(id: contribution.instance.rawValue)]
            case .namespace(let depth): [namespace(depth)]
            case .project: [project]
            case .team: teams(of: contribution)
            case .person: [person(facts.records.actor(of: contribution))]
            case .label: labels(of: contribution)
            case .targetBranch: [branch(of: contribution)].compactMap(\.self)
            case .environment: environments(of: contribution)
            case .size(let classes): [size(of: contribution, classes)].compactMap(\.self)
            case .job: [jobName(of: contribution)].compactMap(\.self)
            case .reviewPair: [reviewPair(of: contribution)].compactMap(\.self)
            }
        return groups.isEmpty ? [.none] : groups
    }

    private var path: String { facts.records.project[facts.project]?.summary?.value.path ?? "" }

    private var project: GroupKey {
        GroupKey(id: facts.project.description, title: path.isEmpty ? nil : path)
    }

    private func namespace(_ depth: Int?) -> GroupKey {
        let names = path.split(separator: "/").dropLast()
        guard !names.isEmpty else { return .none }
        let kept = names.prefix(depth ?? names.count).joined(separator: "/")
        return GroupKey(id: "\(facts.project.instance)/\(kept)", title: kept)
    }

    private func person(_ actor: Actor?) -> GroupKey {
        guard let actor else { return .none }
        return facts.rules.roster.group(of: actor, in: facts.project.instance)
    }

    private func teams(of contribution: Contribution) -> [GroupKey] {
        guard let actor = facts.records.actor(of: contribution) else { return [] }
        return facts.rules.roster.teams(of: actor, in: facts.project.instance, at: contribution.at)
    }

    private func labels(of contribution: Contribution) -> [GroupKey] {
        let records = facts.records
        let labels =
            records.mergeRequest(of: contribution)?.summary?.value.labels
            ?? records.issue(of: contribution)?.summary?.value.labels ?? []
        return labels.map { GroupKey(id: $0) }
    }

    private func branch(of contribution: Contribution) -> GroupKey? {
        let records = facts.records
        let (instance, id) = (contribution.instance, contribution.id)
        let name: String? =
            switch contribution.kind {
            case .pipeline: records.pipelines[PipelineKey(instance, id)]?.origin?.value.ref
            case .deployment: records.deployments[DeploymentKey(instance, id)]?.origin?.value.ref
            default: records.mergeRequest(of: contribution)?.summary?.value.targetBranch
            }
        return name.map { GroupKey(id: $0) }
    }

    private func environments(of contribution: Contribution) -> [GroupKey] {
        let (instance, id) = (contribution.instance, contribution.id)
        switch contribution.kind {
        case .deployment:
            let deployment = facts.records.deployments[DeploymentKey(instance, id)]
            let record = (deployment?.origin?.value.environment).flatMap { facts.records.environments[$0] }
            let name = record?.name?.value ?? deployment?.environmentName?.value
            return name.map { [GroupKey(id: $0)] } ?? []
        case .mergeRequest:
            return (places[id] ?? []).filter { $0.finish == contribution.at }.map {
                GroupKey(id: facts.deployments.environments[Int($0.environment)])
            }
        default: return []
        }
    }

    /// By merge request, when it reached which production environment.
    private static func places(of facts: ProjectFacts) -> [Int64: [(finish: Instant, environment: Int32)]] {
        var places: [Int64: [(finish: Instant, environment: Int32)]] = [:]
        for link in facts.links {
            let deployment = facts.deployments.successes[Int(link.deployment)]
            let id = facts.mergeRequests[Int(link.mergeRequest)].id
            places[id, default: []].append((deployment.finish, deployment.environment))
        }
        return places
    }

    private func size(of contribution: Contribution, _ classes: SizeClasses) -> GroupKey? {
        guard let size = facts.records.mergeRequest(of: contribution)?.size?.value else { return nil }
        let (lines, overflow) = size.additions.addingReportingOverflow(size.deletions)
        let name = classes.name(ofLines: overflow ? .max : lines)
        return GroupKey(id: name, rank: SizeClasses.names.firstIndex(of: name) ?? 0)
    }

    private func jobName(of contribution: Contribution) -> GroupKey? {
        guard contribution.kind == .job else { return nil }
        let job = facts.records.jobs[JobKey(contribution.instance, contribution.id)]
        return (job?.summary?.value.name).map { GroupKey(id: $0) }
    }

    private func reviewPair(of contribution: Contribution) -> GroupKey? {
        let records = facts.records
        guard contribution.kind != .mergeRequest, let reviewer = records.actor(of: contribution),
            let author = records.mergeRequest(of: contribution)?.author?.value
        else { return nil }
        let (from, to) = (person(reviewer), person(.account(author)))
        return GroupKey(id: "\(from.id) → \(to.id)", title: "\(from.title) → \(to.title)")
    }
}
