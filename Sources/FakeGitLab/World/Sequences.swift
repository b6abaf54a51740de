/// The counters ids come from: one per kind for ids, one per kind and project for iids. Numbers never return,
/// as in GitLab, whose deletions leave gaps.
struct Sequences: Sendable {
    enum Kind: Hashable, Sendable {
        case user, token, namespace, project, mergeRequest, note, issue, stateEvent, pipeline, job,
            environment,
            deployment, event, release, hook, hookDelivery, uuid
        case label, milestone, timelog
        case version, labelEvent, milestoneEvent, approvalRule
        case emoji, featureFlag, deployToken, vulnerability, snippet, key
    }

    private struct Counter: Hashable {
        let kind: Kind
        let project: Int
    }

    private var last: [Counter: Int] = [:]

    /// The next id of the kind on the instance, or the next iid in a project.
    mutating func next(_ kind: Kind, in project: Int = 0) -> Int {
        last[Counter(kind: kind, project: project), default: 0] += 1
        return last[Counter(kind: kind, project: project), default: 0]
    }

    /// The number given last on the instance; 0 before the first.
    func last(_ kind: Kind) -> Int { last[Counter(kind: kind, project: 0), default: 0] }

    /// Continues after a number that came from outside.
    mutating func skip(_ kind: Kind, to number: Int, in project: Int = 0) {
        let counter = Counter(kind: kind, project: project)
        last[counter] = max(last[counter, default: 0], number)
    }
}
