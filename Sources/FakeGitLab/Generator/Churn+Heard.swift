/// Changes that hooks tell of.
extension Churn {
    /// What a listener to hooks can follow; nothing is deleted, of which hooks hear nothing.
    public static let heard: [Change] =
        Array(repeating: .comment, count: 3) + [
            .openMergeRequest, .approve, .unapprove, .toggleDraft, .push, .merge, .close, .reopen,
            .runPipeline, .deploy, .openIncident, .closeIssue, .label, .retitle, .requestReview, .assign,
            .plan, .spend, .editNote, .discuss, .commentOnIssue, .reopenIssue, .tag, .release,
        ]

    mutating func applyEdits(_ change: Change, to project: Int, by user: Int, _ world: inout World) throws {
        let open = world.mergeRequestIIDs(in: project, state: "opened")
        guard let iid = random.pick(open) else { return }
        switch change {
        case .label:
            let names = random.chance(0.3) ? [] : [random.pick(Names.labels) ?? "", "churned"]
            try world.setLabels(names, ofMergeRequest: iid, in: project, by: user)
        case .retitle:
            try world.editMergeRequest(iid, in: project, title: "Title number \(count)", by: user)
        case .requestReview:
            let (asked, states) = (members(of: project, world), world.reviewStates(of: iid, in: project))
            if let reviewer = random.pick(states)?.user, random.chance(0.5) {
                try world.requestReviewAgain(of: iid, in: project, from: reviewer, by: user)
            } else if let reviewer = random.pick(asked) {
                try world.requestReview(of: iid, in: project, from: [reviewer], by: user)
            }
        case .assign:
            let assignees = random.chance(0.2) ? [] : [random.pick(members(of: project, world)) ?? user]
            try world.assign(mergeRequest: iid, in: project, to: assignees, by: user)
        case .plan:
            let milestone = random.pick(world.milestones(in: project))?.id
            try world.setMilestone(milestone, ofMergeRequest: iid, in: project, by: user)
        case .spend:
            try world.spend(random.number(1...8) * 900, onMergeRequest: iid, in: project, by: user)
        default: try applyTalk(change, on: iid, in: project, by: user, &world)
        }
    }

    private mutating func applyTalk(
        _ change: Change, on iid: Int, in project: Int, by user: Int, _ world: inout World
    ) throws {
        switch change {
        case .editNote:
            let notes = world.noteIDs(on: iid, in: project)
            try random.pick(notes).map { try world.editNote($0, body: "Edit number \(count)", by: user) }
        case .discuss:
            let note = try world.comment(
                on: iid, in: project, by: user, body: "Thread number \(count)", type: "DiffNote")
            if random.chance(0.7) { try world.resolveThread(of: note, by: user) }
        case .commentOnIssue:
            let issue = random.pick(world.issueIIDs(in: project))
            try issue.map { issue in
                _ = try world.comment(onIssue: issue, in: project, by: user, body: "Word number \(count)")
            }
        case .reopenIssue:
            let closed = world.issueIIDs(in: project, state: "closed")
            try random.pick(closed).map { try world.reopenIssue($0, in: project, by: user) }
        case .tag:
            try world.createTag("churn-\(count)", in: project, message: "Number \(count)", by: user)
        case .release:
            try world.createTag("churned-\(count)", in: project, by: user)
            try world.createRelease(ofTag: "churned-\(count)", in: project, by: user)
        default: break
        }
    }
}
