extension Simulation {
    /// Comments, pushes and approvals, then the ending.
    mutating func review(_ iid: Int, _ plot: Plot, _ cast: Cast) {
        var delay = random.duration(median: 7200)
        for round in 0..<random.number(0...4) where !plot.reviewers.isEmpty {
            comment(on: iid, plot, after: delay, round: round)
            delay += random.duration(median: 2400)
            if random.chance(0.5) {
                let commits = random.number(1...3)
                after(delay) { simulation in
                    try simulation.world.push(
                        commits, to: iid, in: plot.project, by: plot.author, offsetMinutes: plot.offsetMinutes
                    )
                    simulation.schedulePipeline(of: iid, plot)
                }
                delay += random.duration(median: 3600)
            }
        }
        for reviewer in plot.reviewers where random.chance(0.8) {
            after(delay) { try $0.world.approve(iid, in: plot.project, by: reviewer) }
            if random.chance(0.1) {
                after(delay + 30) { try $0.world.unapprove(iid, in: plot.project, by: reviewer) }
            }
            delay += random.duration(median: 900)
        }
        end(iid, plot, cast, after: delay + random.duration(median: 3600))
    }

    private mutating func comment(on iid: Int, _ plot: Plot, after delay: Double, round: Int) {
        let reviewer = random.pick(plot.reviewers) ?? plot.merger
        let type = random.pick([nil, "DiffNote", "DiscussionNote"]) ?? nil
        let body = random.pick(Names.comments) ?? ""
        let answers = random.chance(0.6) ? random.duration(median: 600) : nil
        after(delay) { simulation in
            let note = try simulation.world.comment(
                on: iid, in: plot.project, by: reviewer, body: body, type: type,
                isInternal: type == nil && round == 3)
            // Every sixth review asks for changes; numbers instead of chance leave the other draws as they are.
            try simulation.world.review(
                iid, in: plot.project, by: reviewer, requestsChanges: note % 6 == 0)
            if simulation.random.chance(0.03) {
                simulation.after(600) { try $0.world.deleteNote(note) }
            } else if note % 11 == 0 {
                simulation.after(400) { try $0.world.editNote(note, body: "\(body) (edited)") }
            }
            guard let answers else { return }
            simulation.after(answers) { try $0.answer(note, round: round, plot) }
        }
    }

    /// The author answers; a thread goes on, and most of them are resolved with it.
    private mutating func answer(_ note: Int, round: Int, _ plot: Plot) throws {
        let body = "Done (round \(round + 1))"
        guard world.mergeRequestNotes[note]?.type != nil else {
            guard let row = world.mergeRequestNotes[note].flatMap({ world.mergeRequests[$0.parent] }) else {
                return
            }
            _ = try world.comment(on: row.iid, in: plot.project, by: plot.author, body: body)
            return
        }
        try world.reply(to: note, by: plot.author, body: body)
        if note % 4 != 0 { try world.resolveThread(of: note, by: plot.author) }
    }

    private mutating func end(_ iid: Int, _ plot: Plot, _ cast: Cast, after delay: Double) {
        switch plot.ending {
        case .open: break
        case .merged: after(delay) { try $0.merge(iid, plot, cast) }
        case .closed:
            after(delay) { try $0.world.closeMergeRequest(iid, in: plot.project, by: plot.merger) }
        case .reopenedAndMerged:
            after(delay) { try $0.world.closeMergeRequest(iid, in: plot.project, by: plot.author) }
            after(delay + 5000) { try $0.world.reopenMergeRequest(iid, in: plot.project, by: plot.author) }
            after(delay + 9000) { try $0.merge(iid, plot, cast) }
        }
    }

    private mutating func merge(_ iid: Int, _ plot: Plot, _ cast: Cast) throws {
        try approveAsRequired(iid, plot, cast)
        try world.merge(iid, in: plot.project, by: plot.merger)
        let pipeline = try world.createPipeline(in: plot.project, by: plot.merger)
        run(pipeline)
        if random.chance(0.15) {
            after(random.duration(median: 1800)) { simulation in
                _ = try simulation.world.comment(
                    on: iid, in: plot.project, by: plot.author, body: "Thanks for the review!")
            }
        }
        guard random.chance(0.04), let id = world.mergeRequests.id(iid: iid, in: plot.project),
            let landed = world.mergeRequests[id]?.landedSHA
        else { return }
        after(random.duration(median: 14_400)) { try $0.revert(plot, landed, cast) }
    }

    /// Whoever is at hand gives the approvals that are still missing; without a licence too, so that one history fits all.
    private mutating func approveAsRequired(_ iid: Int, _ plot: Plot, _ cast: Cast) throws {
        let rules = world.approvalRules[plot.project] ?? []
        for person in cast.people where person != plot.author {
            guard let id = world.mergeRequests.id(iid: iid, in: plot.project),
                let row = world.mergeRequests[id], row.isOpen,
                world.approvalsLeft(of: row, under: rules) > 0
            else { return }
            if !row.approvals.contains(where: { $0.user == person }) {
                try world.approve(iid, in: plot.project, by: person)
            }
        }
    }

    private mutating func revert(_ plot: Plot, _ sha: String, _ cast: Cast) throws {
        let branch = "revert-\(sha.prefix(8))"
        let title = "Revert \"\(plot.title)\""
        world.commit(
            to: plot.project, branch: branch, title: "\(title)\n\nThis reverts commit \(sha).",
            author: plot.merger)
        let iid = try world.openMergeRequest(
            in: plot.project, by: plot.merger, title: title, description: "This reverts commit \(sha)",
            sourceBranch: branch)
        after(random.duration(median: 900)) { simulation in
            try simulation.approveAsRequired(iid, plot, cast)
            try simulation.world.merge(iid, in: plot.project, by: plot.merger)
        }
    }
}
