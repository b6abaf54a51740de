extension Simulation {
    /// A release about every ten days, lightweight tags between, a protected branch for each line, and at the end a
    /// release announced for later.
    mutating func scheduleReleases(_ cast: Cast) {
        at(start + 240) { simulation in
            try simulation.world.protect("v*", in: cast.project)
            try simulation.world.protect("release/*", in: cast.project)
            try simulation.world.createBranch("release/1.x", in: cast.project)
            simulation.releaseRegularly(1, cast)
        }
        at(end + -86_400) { simulation in
            try simulation.world.createTag(
                "v2.0.0-rc1", in: cast.project, message: "Candidate", by: cast.people[0])
            try simulation.world.createRelease(
                ofTag: "v2.0.0-rc1", in: cast.project, name: "Two",
                releasedAt: (simulation.end + 1_209_600).date,
                by: cast.people[0])
        }
    }

    private mutating func releaseRegularly(_ number: Int, _ cast: Cast) {
        after(aside.duration(median: 864_000, spread: 0.5)) { simulation in
            let author = simulation.aside.pick(cast.people) ?? World.ghost
            let tag = "v1.\(number).0"
            try simulation.world.createTag(
                "build-\(number)", in: cast.project, by: author)
            try simulation.world.createTag(tag, in: cast.project, message: "Release \(tag)", by: author)
            if simulation.aside.chance(0.9) {
                try simulation.world.createRelease(
                    ofTag: tag, in: cast.project, description: "## What is new\n\n- Number \(number)",
                    by: author)
            }
            simulation.releaseRegularly(number + 1, cast)
        }
    }
}
