extension Simulation {
    /// A milestone every two weeks, each closed a day after it was due; the group's are in `schedulePeople`.
    mutating func scheduleMilestones(_ cast: Cast) {
        for number in 0...Int((end - start) / 1_209_600) {
            let opened = start + Double(number) * 1_209_600 + 90
            at(opened) { simulation in
                let id = simulation.world.addMilestone(
                    "Sprint \(number + 1)", toProject: cast.project, starts: opened.date,
                    due: (opened + 1_123_200).date)
                simulation.after(1_209_600) { try $0.world.setMilestone(id, isClosed: true) }
            }
        }
    }

    /// What somebody plans of an issue once it is there, and the time it takes.
    mutating func plan(issue iid: Int, by author: Int, _ cast: Cast) {
        let project = cast.project
        let assignee = planning.pick(cast.people) ?? author
        if planning.chance(0.6) {
            soon { try $0.world.assign(issue: iid, in: project, to: [assignee], by: author) }
        }
        if planning.chance(0.5) {
            soon { simulation in
                let milestone = simulation.milestone(for: project)
                try simulation.world.setMilestone(milestone, ofIssue: iid, in: project, by: author)
            }
        }
        if planning.chance(0.4), let weight = planning.pick([1, 2, 3, 5, 8]) {
            soon { try $0.world.setWeight(weight, ofIssue: iid, in: project, by: author) }
        }
        if planning.chance(0.35) {
            let due = world.clock + planning.duration(median: 604_800)
            soon { try $0.world.setDueDate(due.date, ofIssue: iid, in: project, by: author) }
        }
        if planning.chance(0.2), let health = planning.pick(["on_track", "needs_attention", "at_risk"]) {
            soon { try $0.world.setHealth(health, ofIssue: iid, in: project, by: author) }
        }
        if planning.chance(0.08) {
            soon { try $0.world.setConfidential(true, issue: iid, in: project, by: author) }
        }
        if planning.chance(0.2) {
            let labels = [planning.pick(Names.labels) ?? "", planning.pick(Names.labels) ?? ""]
            soon { try $0.world.setLabels(labels, ofIssue: iid, in: project, by: assignee) }
        }
        guard planning.chance(0.4) else { return }
        let seconds = planning.number(1...16) * 1800
        soon { try $0.world.estimate(seconds, forIssue: iid, in: project, by: assignee) }
        for part in 1...planning.number(1...3) {
            let spent = planning.number(1...12) * 900
            after(planning.duration(median: 43_200) * Double(part)) { simulation in
                _ = try simulation.world.spend(spent, onIssue: iid, in: project, by: assignee)
            }
        }
    }

    /// Some merge requests belong to a milestone, change their labels or have time booked on them.
    mutating func plan(mergeRequest iid: Int, _ plot: Plot) {
        let project = plot.project
        let author = plot.author
        if planning.chance(0.35) {
            soon { simulation in
                let milestone = simulation.milestone(for: project)
                try simulation.world.setMilestone(
                    milestone, ofMergeRequest: iid, in: project, by: author)
            }
        }
        if planning.chance(0.2) {
            let labels = planning.chance(0.3) ? [] : [planning.pick(Names.labels) ?? ""]
            soon { try $0.world.setLabels(labels, ofMergeRequest: iid, in: project, by: plot.merger) }
        }
        guard planning.chance(0.2) else { return }
        let spent = planning.number(1...10) * 1800
        soon { simulation in
            _ = try simulation.world.spend(
                spent, onMergeRequest: iid, in: project, by: author,
                at: (simulation.world.clock + -3600).date, summary: "Wrote and tested it")
        }
    }

    /// Plans a step for some time within the next hours.
    private mutating func soon(_ step: @escaping Agenda.Step) {
        after(planning.duration(median: 5400), step)
    }

    /// The milestone work goes into now: the project's, now and then the group's.
    private mutating func milestone(for project: Int) -> Int? {
        let active = world.milestones(in: project).filter { $0.state == "active" }
        let own = active.last { $0.project == project }
        let shared = active.last { $0.group != nil }
        return planning.chance(0.75) ? (own ?? shared)?.id : (shared ?? own)?.id
    }
}
