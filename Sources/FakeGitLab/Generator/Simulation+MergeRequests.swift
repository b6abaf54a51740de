import Foundation

/// What is decided about a merge request before its story begins.
struct Plot: Sendable {
    enum Ending: Sendable { case merged, closed, reopenedAndMerged, open }

    let project: Int
    let author: Int
    let reviewers: [Int]
    let merger: Int
    let title: String
    let branch: String
    let isSquash: Bool
    let isDraft: Bool
    let isFork: Bool
    let ending: Ending
    let offsetMinutes: Int
}

extension Simulation {
    mutating func scheduleMergeRequests(_ count: Int, _ cast: Cast) {
        let span = end - start
        for number in 0..<count {
            let opened = start + span * random.unit()
            let plot = plot(number, cast)
            let commits = random.number(1...5)
            for index in 0..<commits {
                let before = random.duration(median: 5400) * Double(commits - index)
                at(opened + -before) { simulation in
                    let size = simulation.random.number(1...120)
                    simulation.world.commit(
                        to: plot.project, branch: plot.branch, title: "\(plot.title), step \(index + 1)",
                        author: plot.author, additions: size, deletions: size / 3,
                        offsetMinutes: plot.offsetMinutes)
                }
            }
            at(opened) { try $0.open(plot, cast) }
        }
    }

    private mutating func plot(_ number: Int, _ cast: Cast) -> Plot {
        let isBot = random.chance(0.08)
        let author = (isBot ? cast.bots.first : random.pick(cast.people)) ?? World.ghost
        let others = cast.people.filter { $0 != author }
        let thing = (random.pick(Names.things) ?? "").replacingOccurrences(
            of: "%d", with: String(random.number(1...400)))
        let endings: [Plot.Ending] =
            Array(repeating: .merged, count: 15) + [.closed, .closed, .reopenedAndMerged, .open, .open]
        let reviewed = !random.chance(0.12)
        return Plot(
            project: cast.project, author: author,
            reviewers: reviewed
                ? Array(Set([random.pick(others), random.pick(others)].compactMap(\.self))).sorted() : [],
            merger: random.chance(0.7) ? author : random.pick(others) ?? author,
            title: isBot
                ? "Bump left-pad from 1.\(number).0 to 1.\(number + 1).0"
                : "\(random.pick(Names.verbs) ?? "") \(thing)",
            branch: "feature/\(cast.project)-\(number)", isSquash: random.chance(0.35),
            isDraft: random.chance(0.3),
            isFork: random.chance(0.06), ending: random.pick(endings) ?? .open,
            offsetMinutes: random.pick([0, 0, 120, 180, -300, 330]) ?? 0)
    }

    private mutating func open(_ plot: Plot, _ cast: Cast) throws {
        let iid = try world.openMergeRequest(
            in: plot.project, by: plot.author, title: (plot.isDraft ? "Draft: " : "") + plot.title,
            description: random.chance(0.3)
                ? nil : "Closes #\(random.number(1...9))\n\n- [x] tested\n- [ ] documented",
            sourceBranch: plot.branch, sourceProject: plot.isFork ? 90_000 + plot.project : nil,
            reviewers: random.chance(0.8) ? plot.reviewers : [],
            assignee: random.chance(0.5) ? plot.author : nil,
            labels: random.chance(0.5) ? [random.pick(Names.labels) ?? ""] : [], isSquash: plot.isSquash)
        plan(mergeRequest: iid, plot)
        if random.chance(0.5) {
            after(random.duration(median: 40, spread: 0.5)) { simulation in
                try simulation.world.comment(
                    on: iid, in: plot.project, by: cast.bots[1], body: "Coverage went up by 0.3 %. Size: M.")
            }
        }
        if plot.isFork, random.chance(0.5) {
            after(random.duration(median: 86_400)) { try $0.world.deleteFork(of: iid, in: plot.project) }
        }
        schedulePipeline(of: iid, plot)
        guard plot.isDraft else { return review(iid, plot, cast) }
        if random.chance(0.1), let early = plot.reviewers.first {
            after(random.duration(median: 1800)) { try $0.world.approve(iid, in: plot.project, by: early) }
        }
        guard random.chance(0.88) else { return }
        after(random.duration(median: 14_400)) { simulation in
            try simulation.world.setDraft(false, of: iid, in: plot.project, by: plot.author)
            simulation.review(iid, plot, cast)
        }
    }
}
