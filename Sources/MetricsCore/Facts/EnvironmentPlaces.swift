/// Tells production environments from others, and numbers them as they are met.
struct EnvironmentPlaces {
    enum Place {
        case production(Int32)
        case elsewhere
        case unknown
    }

    private(set) var names: [String] = []
    private let rule: ProductionRule
    private let environments: RecordTable<EnvironmentRecord>
    private var byID: [Int64: Place] = [:]
    private var byName: [String: Place] = [:]

    init(of environments: RecordTable<EnvironmentRecord>, rule: ProductionRule) {
        self.environments = environments
        self.rule = rule
        for environment in environments {
            guard let name = environment.name?.value else { continue }
            let place = place(tier: environment.tier?.value, name: name)
            byID[environment.id.id] = place
            byName[name] = place
        }
    }

    /// Where the deployment went: by its environment's record, else by the environment's name.
    mutating func place(of deployment: DeploymentRecord) -> Place {
        if let id = deployment.origin?.value.environment.id, let known = byID[id] { return known }
        if let environment = deployment.origin?.value.environment {
            let record = environments[environment]
            let name = record?.name?.value ?? deployment.environmentName?.value
            guard name != nil || record?.tier?.value != nil else { return .unknown }
            let place = named(name, tier: record?.tier?.value)
            byID[environment.id] = place
            return place
        }
        guard let name = deployment.environmentName?.value else { return .unknown }
        return named(name, tier: nil)
    }

    private mutating func named(_ name: String?, tier: EnvironmentRecord.Tier?) -> Place {
        if let name, let known = byName[name] { return known }
        let place = place(tier: tier, name: name)
        if let name { byName[name] = place }
        return place
    }

    private mutating func place(tier: EnvironmentRecord.Tier?, name: String?) -> Place {
        guard rule.isProduction(tier: tier, name: name) else { return .elsewhere }
        names.append(name ?? "")
        return .production(Int32(names.count - 1))
    }
}
