extension Simulation {
    mutating func schedulePipeline(of iid: Int, _ plot: Plot) {
        after(3) { simulation in
            let id = try simulation.world.createPipeline(
                forMergeRequest: iid, in: plot.project, by: plot.author)
            simulation.run(id)
        }
    }

    /// A pipeline on `main` every night.
    mutating func scheduleNightlyPipelines(_ cast: Cast) {
        let nights = Int((end - start) / 86_400)
        for night in 0..<nights {
            at(start + Double(night) * 86_400 + 7200 + Double(cast.project)) { simulation in
                let id = try simulation.world.createPipeline(
                    in: cast.project, source: "schedule", by: cast.people[0])
                simulation.run(id)
            }
        }
    }

    /// Starts and ends a pipeline; some fail, and some of those pass when retried.
    mutating func run(_ id: Int) {
        equip(id)
        let queued = random.duration(median: 15, spread: 1)
        let worked = random.duration(median: 420, spread: 0.8)
        let fate = random.unit()
        let isRetried = random.chance(0.4)
        after(queued) { try $0.world.startPipeline(id) }
        after(queued + worked) { simulation in
            let status = fate < 0.78 ? "success" : fate < 0.94 ? "failed" : "canceled"
            let percent = simulation.random.number(700...999)
            let coverage = simulation.random.chance(0.5) ? "\(percent / 10).\(percent % 10)0" : nil
            try simulation.world.finishPipeline(id, status: status, coverage: coverage)
            guard status == "failed", isRetried else { return }
            simulation.after(300) { simulation in
                try simulation.world.retryPipeline(id)
                simulation.after(worked / 2) { try $0.world.finishPipeline(id, status: "success") }
            }
        }
    }

    /// Gives a pipeline the jobs of an ordinary configuration; one in ten starts a child as well.
    private mutating func equip(_ id: Int) {
        var lint = Job.Plan(name: "lint", stage: "test")
        lint.isAllowedToFail = true
        let plans = [
            Job.Plan(name: "compile", stage: "build", tags: ["docker"]),
            Job.Plan(name: "unit", stage: "test", tests: 240 + Int(aside.unit() * 60)),
            Job.Plan(name: "integration", stage: "test", tags: ["docker"], tests: 35), lint,
            Job.Plan(name: "package", stage: "package"),
            Job.Plan(name: "publish", stage: "publish", isManual: true),
        ]
        world.addJobs(plans, toPipeline: id)
        guard aside.chance(0.1),
            let child = try? world.createDownstreamPipeline(of: id, bridge: "documentation")
        else { return }
        world.addJobs([Job.Plan(name: "pages", stage: "build")], toPipeline: child)
        after(aside.duration(median: 30, spread: 0.5)) { simulation in
            try simulation.world.startPipeline(child)
            simulation.after(90) { try $0.world.finishPipeline(child, status: "success") }
        }
    }
}
