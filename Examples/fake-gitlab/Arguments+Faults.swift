import FakeGitLab

extension Arguments {
    /// How the instance shall misbehave.
    var faults: FaultPlan {
        var rules: [FaultRule] = []
        if latency != .zero { rules.append(FaultRule(.latency(latency))) }
        if let refusalInterval {
            rules.append(FaultRule(.tooManyRequests(retryAfter: 1), .every(refusalInterval)))
        }
        return FaultPlan(rules)
    }
}
