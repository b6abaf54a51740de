/// People at work on a world while somebody reads it: each step is one change GitLab users make, chosen by a seed.
///
/// ```swift
/// let churn = Mutex(Churn(seed: 3))
/// fake.beforeEachRequest { world in churn.withLock { $0.step(&world) } }
/// ```
public struct Churn: Sendable {
    /// One kind of change.
    public enum Change: Hashable, Sendable, CaseIterable {
        case openMergeRequest, comment, approve, unapprove, toggleDraft, push, merge, close, reopen
        case runPipeline, deploy, openIncident, closeIssue
        case deleteNote, deleteMergeRequest, deleteIssue
        case label, retitle, requestReview, assign, plan, spend
        case editNote, discuss, commentOnIssue, reopenIssue, tag, release
    }

    var random: SeededGenerator
    /// The chance that a step changes anything at all, 0…1.
    public var probability: Double
    /// What steps choose from; repeat a change to make it more likely.
    public var changes: [Change]
    private(set) var count = 0

    public init(seed: UInt64, probability: Double = 1, changes: [Change] = Churn.usual + Churn.lively) {
        random = SeededGenerator(seed: seed)
        self.probability = probability
        self.changes = changes
    }

    /// Each of the changes a history is made of once, deletions included.
    public static let usual: [Change] = [
        .openMergeRequest, .comment, .approve, .unapprove, .toggleDraft, .push, .merge, .close, .reopen,
        .runPipeline, .deploy, .openIncident, .closeIssue, .deleteNote, .deleteMergeRequest, .deleteIssue,
    ]

    /// Changes that move `updated_at` without removing anything.
    public static let lively: [Change] = [
        .comment, .comment, .comment, .approve, .push, .toggleDraft, .merge,
    ]

    /// Makes one change, or none by chance or when the chosen one finds nothing to change.
    public mutating func step(_ world: inout World) {
        guard random.chance(probability), let change = random.pick(changes),
            let project = random.pick(world.projectIDs), let user = random.pick(members(of: project, world))
        else { return }
        count += 1
        try? apply(change, to: project, by: user, &world)
    }

    func members(of project: Int, _ world: World) -> [Int] {
        (world.projectMembers[project] ?? [:]).filter { $0.value.access >= .developer }.keys.sorted()
    }

    private mutating func apply(_ change: Change, to project: Int, by user: Int, _ world: inout World) throws
    {
        let all = world.mergeRequestIIDs(in: project)
        let open = world.mergeRequestIIDs(in: project, state: "opened")
        switch change {
        case .openMergeRequest:
            try world.openMergeRequest(
                in: project, by: user, title: "Change number \(count)",
                sourceBranch: "churn-\(project)-\(count)")
        case .comment:
            guard let iid = random.pick(all) else { return }
            try world.comment(on: iid, in: project, by: user, body: "Comment number \(count)")
        case .approve: try random.pick(open).map { try world.approve($0, in: project, by: user) }
        case .unapprove:
            guard let iid = random.pick(all),
                let approver = random.pick(world.approvers(of: iid, in: project))
            else { return }
            try world.unapprove(iid, in: project, by: approver)
        case .toggleDraft:
            try random.pick(open).map {
                try world.setDraft(random.chance(0.5), of: $0, in: project, by: user)
            }
        case .push: try random.pick(open).map { try world.push(1, to: $0, in: project, by: user) }
        case .merge: try random.pick(open).map { try world.merge($0, in: project, by: user) }
        case .close: try random.pick(open).map { try world.closeMergeRequest($0, in: project, by: user) }
        case .reopen:
            let closed = world.mergeRequestIIDs(in: project, state: "closed")
            try random.pick(closed).map { try world.reopenMergeRequest($0, in: project, by: user) }
        default: try applyElsewhere(change, to: project, by: user, all, &world)
        }
    }

    private mutating func applyElsewhere(
        _ change: Change, to project: Int, by user: Int, _ all: [Int], _ world: inout World
    ) throws {
        switch change {
        case .runPipeline:
            let id = try world.createPipeline(in: project, by: user)
            try world.startPipeline(id)
            try world.finishPipeline(id, status: random.chance(0.8) ? "success" : "failed")
        case .deploy:
            guard let environment = random.pick(world.environmentIDs(in: project)) else { return }
            try world.deploy(to: environment, by: user, status: random.chance(0.8) ? "success" : "failed")
        case .openIncident:
            try world.openIssue(in: project, by: user, title: "Incident number \(count)", type: "incident")
        case .closeIssue:
            let open = world.issueIIDs(in: project, state: "opened")
            try random.pick(open).map { try world.closeIssue($0, in: project, by: user) }
        case .deleteNote:
            guard let iid = random.pick(all), let note = random.pick(world.noteIDs(on: iid, in: project))
            else { return }
            try world.deleteNote(note)
        case .deleteMergeRequest: try random.pick(all).map { try world.deleteMergeRequest($0, in: project) }
        case .deleteIssue:
            try random.pick(world.issueIIDs(in: project)).map { try world.deleteIssue($0, in: project) }
        default: try applyEdits(change, to: project, by: user, &world)
        }
    }
}
