extension Simulation {
    private static let length = 130

    /// Merge requests of which nothing fits one page: an endless argument, spread over the history. Draws nothing.
    mutating func scheduleLongMergeRequests(_ count: Int, _ cast: Cast) {
        let pause = (end - start) / Double((count + 1) * (Self.length + 2))
        for number in 0..<count {
            let opened = start + pause * Double(number * Self.length + 1)
            at(opened) { simulation in
                let iid = try simulation.world.openMergeRequest(
                    in: cast.project, by: cast.people[0], title: "Rewrite everything, part \(number + 1)",
                    sourceBranch: "rewrite-\(number + 1)", reviewers: [cast.people[1]], labels: ["tech debt"])
                for round in 0..<Self.length {
                    simulation.after(pause * Double(round + 1)) { try $0.argue(iid, round, cast) }
                }
            }
        }
    }

    private mutating func argue(_ iid: Int, _ round: Int, _ cast: Cast) throws {
        let note = try world.comment(
            on: iid, in: cast.project, by: cast.people[1], body: "Objection number \(round + 1)",
            type: round % 2 == 0 ? "DiscussionNote" : nil)
        try world.push(1, to: iid, in: cast.project, by: cast.people[0])
        guard round % 2 == 0 else { return }
        try world.reply(to: note, by: cast.people[0], body: "Answer number \(round + 1)")
        try world.resolveThread(of: note, by: cast.people[1])
    }
}
