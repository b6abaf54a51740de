extension Simulation {
    /// People around those who work in a project: of every role, of some time only, renamed, and kept out; what a
    /// group shares among its projects; and an issue that moves.
    mutating func schedulePeople(around casts: [Cast]) {
        guard let root = world.groups.ids.first, let cast = casts.first else { return }
        let owner = world.addUser("olga", name: "Olga Owner")
        world.addMember(owner, toGroup: root, access: .owner)
        for (username, access) in [("pia", AccessLevel.planner), ("remy", .reporter)] {
            world.addMember(world.addUser(username), toGroup: root, access: access, by: owner)
        }
        world.addMember(
            world.addUser("temp"), toGroup: root, access: .developer, by: owner,
            expires: (end + -864_000).date)
        world.addMember(world.addUser("gus"), toProject: cast.project, access: .guest, by: owner)
        let colors = ["#1068bf", "#6699cc", "#d9534f", "#8fbc8f"]
        for (name, color) in zip(Names.labels, colors) { world.addLabel(name, toGroup: root, color: color) }
        for cast in casts {
            for (rank, name) in Names.labels.dropFirst(colors.count).enumerated() {
                world.addLabel(
                    name, toProject: cast.project, description: "About \(name)", priority: rank + 1)
            }
        }
        scheduleAccounts(cast, owner)
        let half = (end - start) / 2
        for (number, opened) in [start + 30, start + half].enumerated() {
            at(opened) { simulation in
                simulation.world.addMilestone(
                    "Quarter \(number + 1)", toGroup: root, description: "What we all work for",
                    starts: opened.date, due: (opened + half).date)
            }
        }
        guard casts.count > 1 else { return }
        at(end + -7200) { simulation in
            guard let iid = simulation.world.issueIIDs(in: cast.project, state: "opened").first else {
                return
            }
            try simulation.world.moveIssue(iid, in: cast.project, to: casts[1].project, by: owner)
        }
    }

    /// One changes the name, one is blocked; both had commented by then.
    private mutating func scheduleAccounts(_ cast: Cast, _ owner: Int) {
        let renamed = world.addUser("noor", name: "Noor Before")
        let blocked = world.addUser("blake", name: "Blake Blocked")
        for user in [renamed, blocked] {
            world.addMember(user, toProject: cast.project, access: .developer, by: owner)
            for part in 1...3 {
                at(start + (end - start) / 8 * Double(part) + Double(user)) { simulation in
                    guard let iid = simulation.world.issueIIDs(in: cast.project).last else { return }
                    _ = try simulation.world.comment(
                        onIssue: iid, in: cast.project, by: user, body: "Me too, part \(part)")
                }
            }
        }
        at(start + (end - start) / 2 + 5) { simulation in
            try simulation.world.renameUser(renamed, to: "noor-after", name: "Noor After")
            try simulation.world.blockUser(blocked)
        }
    }
}
