extension Simulation {
    /// Ordinary issues, about one every three days, most of them closed in time.
    mutating func scheduleIssues(_ cast: Cast) {
        for number in 0..<Int((end - start) / 259_200) {
            at(start + (end - start) * random.unit()) { simulation in
                let author = simulation.random.pick(cast.people) ?? World.ghost
                let iid = try simulation.world.openIssue(
                    in: cast.project, by: author, title: "Wish number \(number + 1)",
                    description: simulation.random.chance(0.5) ? "It would help." : nil,
                    type: simulation.random.chance(0.15) ? "task" : "issue",
                    labels: [simulation.random.pick(Names.labels) ?? ""])
                simulation.plan(issue: iid, by: author, cast)
                let isClosed = simulation.random.chance(0.7)
                let delay = simulation.random.duration(median: 172_800)
                simulation.after(delay / 2) { simulation in
                    _ = try simulation.world.comment(onIssue: iid, in: cast.project, by: author, body: "+1")
                }
                if isClosed {
                    simulation.after(delay) { try $0.world.closeIssue(iid, in: cast.project, by: author) }
                }
            }
        }
    }
}
