import MetricsCore

extension History {
    /// A project's busy month, with everything in it that metrics tell apart.
    static func random(project: Int64, shift: Int = 0, using random: inout PseudoRandom) -> History {
        var history = History(project: project, shift: shift)
        let base = project * 1000
        history.cover()
        history.environment(base + 1, "production")
        history.environment(base + 2, "prod-eu")
        history.environment(base + 3, "staging")
        let accounts = [ada, grace, linus, bot]
        for id in (base + 1)...(base + Int64.random(in: 2...12, using: &random)) {
            let created = Int.random(in: (-10 * day)...(35 * day), using: &random)
            let later = { (random: inout PseudoRandom) in
                created + Int.random(in: -60...(9 * day), using: &random)
            }
            let merged = Bool.random(using: &random) ? later(&random) : nil
            history.mergeRequest(
                id, created: created, merged: merged,
                closed: merged == nil && Bool.random(using: &random) ? later(&random) : nil,
                draft: merged == nil && Bool.random(using: &random),
                author: accounts.randomElement(using: &random),
                reverts: Int.random(in: 0..<6, using: &random) == 0 ? .mergeRequest(iid: id - 1) : nil,
                merge: merged.map { _ in "landed-\(id)" })
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                let activities: [NoteActivity?] = [
                    nil, nil, .approved, .approved, .unapproved, .approvalsReset, .markedReady, .markedDraft,
                ]
                history.note(
                    on: id, at: later(&random), by: accounts.randomElement(using: &random),
                    activities.randomElement(using: &random) ?? nil)
            }
        }
        for id in (base + 1)...(base + Int64.random(in: 2...12, using: &random)) {
            let listed = (0..<Int64.random(in: 0...3, using: &random)).map { _ in
                base + Int64.random(in: 1...12, using: &random)
            }
            history.deployment(
                id, to: base + Int64.random(in: 1...3, using: &random),
                finished: Int.random(in: (-5 * day)...(35 * day), using: &random),
                status: Int.random(in: 0..<5, using: &random) == 0 ? .failed : .success,
                sha: "landed-\(base + Int64.random(in: 1...12, using: &random))",
                carrying: Bool.random(using: &random) ? Array(Set(listed)) : nil)
        }
        for id in (base + 1)...(base + 4) {
            let opened = Int.random(in: 0...(32 * day), using: &random)
            history.incident(
                id, opened: opened, closed: Bool.random(using: &random) ? opened + 3600 : nil,
                naming: Bool.random(using: &random) ? [.deployment(id: base + 1)] : [])
            let status =
                ["success", "failed", "canceled", "running"].randomElement(using: &random) ?? "success"
            history.pipeline(
                id, status, created: opened, finished: opened + 600,
                duration: Int.random(in: 1...6000, using: &random))
        }
        history.addDetails(base: base, using: &random)
        history.addWork(base: base, using: &random)
        history.addMergers(base: base)
        return history
    }

    /// Sizes, mergers, labels, commits and pushes of the merge requests, drawn after everything else.
    private mutating func addDetails(base: Int64, using random: inout PseudoRandom) {
        name("acme/app-\(base)")
        let accounts = [Self.ada, Self.grace, Self.linus, Self.bot]
        for id in records[project].mergeRequests.map(\.id.id).sorted() {
            let created =
                Int(
                    records[project].mergeRequests[MergeRequestKey(project.instance, id)]?.summary?.value
                        .createdAt
                        .secondsSince1970 ?? 0) - Int(History.start.secondsSince1970) - shift
            if Bool.random(using: &random) {
                size(
                    of: id, additions: Int.random(in: 0...900, using: &random),
                    deletions: Int.random(in: 0...90, using: &random),
                    files: Int.random(in: 0...30, using: &random))
            }
            if Bool.random(using: &random) { merger(of: id, accounts.randomElement(using: &random)) }
            labels(of: id, ["bug", "docs", "ui"].filter { _ in Bool.random(using: &random) })
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let activities: [NoteActivity] = [.commitsAdded, .closed, .reopened, .requestedChanges]
                note(
                    on: id, at: created + Int.random(in: 0...(9 * Self.day), using: &random),
                    by: accounts.randomElement(using: &random),
                    activities.randomElement(using: &random) ?? .commitsAdded)
            }
            if Bool.random(using: &random) {
                commit("own-\(id)", authored: created - Int.random(in: -600...90_000, using: &random))
                commits(of: id, ["own-\(id)"])
            }
        }
    }

    /// Commits, issues, booked time, pushes, releases, pipelines and jobs, drawn last.
    private mutating func addWork(base: Int64, using random: inout PseudoRandom) {
        func second(_ random: inout PseudoRandom) -> Int {
            Int.random(in: (-3 * Self.day)...(33 * Self.day), using: &random)
        }
        let accounts = [Self.ada, Self.grace, Self.linus, Self.bot]
        for number in 0..<6 {
            let id = base + 100 + Int64(number)
            commit(
                "work-\(id)", committed: second(&random),
                parents: Bool.random(using: &random) ? ["one"] : ["one", "two"],
                added: Bool.random(using: &random) ? Int.random(in: 0...500, using: &random) : nil,
                removed: Int.random(in: 0...50, using: &random), by: "ada@example.com")
            let opened = second(&random)
            issue(
                id, opened: opened,
                closed: Bool.random(using: &random)
                    ? opened + Int.random(in: -60...700_000, using: &random) : nil,
                author: accounts.randomElement(using: &random),
                estimate: Bool.random(using: &random) ? 3600 : nil)
            issueNote(id, on: id, at: second(&random), by: accounts.randomElement(using: &random))
            stateEvent(id, on: id, at: second(&random), Bool.random(using: &random) ? "reopened" : "closed")
            labelEvent(id, on: id, at: second(&random), Bool.random(using: &random) ? "Doing" : "bug")
            timeLog(
                id, on: id, at: second(&random), spent: Int.random(in: -600...7200, using: &random),
                by: accounts.randomElement(using: &random))
            push(
                id, at: second(&random), Bool.random(using: &random) ? "created" : "removed",
                Bool.random(using: &random) ? "branch" : "tag", by: accounts.randomElement(using: &random))
            release("v\(id)", at: second(&random))
            let finished = second(&random)
            pipeline(
                id, Bool.random(using: &random) ? "success" : "failed", of: "sha-\(number / 2)",
                created: finished - 300, finished: finished, duration: 200,
                queued: Bool.random(using: &random) ? 20 : nil,
                source: Bool.random(using: &random) ? "push" : "merge_request_event")
            for run in 0..<Int64.random(in: 1...3, using: &random) {
                job(
                    id * 10 + run, Bool.random(using: &random) ? "success" : "failed", "test", of: id,
                    finished: finished + Int(run) * 60, mayFail: Int.random(in: 0..<4, using: &random) == 0)
            }
        }
    }
}
