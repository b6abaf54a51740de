extension Simulation {
    /// Staging at short, production at longer intervals; the review environment once, and then it is stopped.
    mutating func scheduleDeployments(_ cast: Cast) {
        at(start + 60) { $0.deployRegularly(cast.production, cast, interval: 100_000) }
        at(start + 120) { $0.deployRegularly(cast.environments[1], cast, interval: 40_000) }
        at(start + 180) { simulation in
            try simulation.world.deploy(to: cast.environments[2], by: cast.people[0])
            simulation.after(86_400) { try $0.world.stopEnvironment(cast.environments[2]) }
        }
    }

    private mutating func deployRegularly(_ environment: Int, _ cast: Cast, interval: Double) {
        let user = random.pick(cast.people) ?? World.ghost
        deploy(environment, cast, sha: nil, by: user)
        after(random.duration(median: interval, spread: 0.7)) { simulation in
            simulation.deployRegularly(environment, cast, interval: interval)
        }
    }

    private mutating func deploy(_ environment: Int, _ cast: Cast, sha: String?, by user: Int) {
        let throughJob = !random.chance(0.15)
        guard let id = try? world.startDeployment(to: environment, sha: sha, by: user, throughJob: throughJob)
        else {
            return
        }
        let fate = random.unit()
        after(random.duration(median: 300, spread: 0.8)) { simulation in
            let status = fate < 0.86 ? "success" : fate < 0.95 ? "failed" : "canceled"
            try simulation.world.finishDeployment(id, status: status)
            guard status == "success", environment == cast.production, sha == nil,
                simulation.random.chance(0.12)
            else { return }
            simulation.scheduleIncident(after: id, cast)
        }
    }

    /// Something broke: an incident, and a rollback to what ran before.
    private mutating func scheduleIncident(after deployment: Int, _ cast: Cast) {
        after(random.duration(median: 1500)) { simulation in
            let severity =
                simulation.random.pick(["UNKNOWN", "LOW", "MEDIUM", "HIGH", "CRITICAL"]) ?? "UNKNOWN"
            let iid = try simulation.world.openIssue(
                in: cast.project, by: cast.people[0], title: "Errors after deployment \(deployment)",
                description: "Seen since deployment \(deployment).", type: "incident", severity: severity)
            simulation.plan(issue: iid, by: cast.people[0], cast)
            simulation.scheduleResolution(of: iid, cast)
        }
        guard random.chance(0.5), let successes = world.environments[cast.production]?.successes,
            successes.count > 1,
            let previous = world.deployments[successes[successes.count - 2]]?.sha
        else { return }
        after(random.duration(median: 2400)) {
            $0.deploy(cast.production, cast, sha: previous, by: cast.people[0])
        }
    }

    private mutating func scheduleResolution(of iid: Int, _ cast: Cast) {
        let delay = random.duration(median: 7200)
        let isReopened = random.chance(0.15)
        after(delay / 2) { simulation in
            _ = try simulation.world.comment(
                onIssue: iid, in: cast.project, by: cast.people[1], body: "Looking into it")
        }
        after(delay) { try $0.world.closeIssue(iid, in: cast.project, by: cast.people[1]) }
        guard isReopened else { return }
        after(delay + 3600) { try $0.world.reopenIssue(iid, in: cast.project, by: cast.people[0]) }
        after(delay + 12_000) { try $0.world.closeIssue(iid, in: cast.project, by: cast.people[1]) }
    }
}
