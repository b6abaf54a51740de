/// What reached a project's production environments, and when.
public struct DeploymentHistory: Sendable {
    /// Names of the production environments that were deployed to.
    public private(set) var environments: [String] = []
    /// Successful deployments, by environment and finish.
    public private(set) var successes: [ProductionDeployment] = []
    /// Deployments that failed, were canceled or skipped, in no order; they count neither way.
    public private(set) var others: [ProductionDeployment] = []
    /// Successful deployments whose finish is unknown.
    public private(set) var undated: [Int64] = []
    /// Finished deployments of which it is unknown whether they are production, with their finish.
    public private(set) var unplaced: [(id: Int64, finish: Instant)] = []

    init(of records: ProjectRecords, rule: ProductionRule) {
        guard !records.deployments.isEmpty else { return }
        var places = EnvironmentPlaces(of: records.environments, rule: rule)
        let rows = records.deployments.rows
        successes.reserveCapacity(rows.count)
        for row in rows.indices {
            guard let status = rows[row].status?.value, status.isTerminal else { continue }
            let id = rows[row].id.id
            let finish = rows[row].finish?.value
            switch places.place(of: rows[row]) {
            case .elsewhere: continue
            case .unknown:
                if status == .success, let finish { unplaced.append((id, finish)) }
            case .production(let environment):
                guard let at = finish ?? (status == .success ? nil : rows[row].origin?.value.createdAt) else {
                    undated.append(id)
                    continue
                }
                let deployment = ProductionDeployment(
                    id: id, row: Int32(row), environment: environment, finish: at, status: status)
                if status == .success { successes.append(deployment) } else { others.append(deployment) }
            }
        }
        environments = places.names
        sortSuccesses()
        findRepeats(in: rows)
    }

    init(environments: [String], deployments: [ProductionDeployment]) {
        self.environments = environments
        successes = deployments.filter { $0.status == .success }
        others = deployments.filter { $0.status != .success }
        sortSuccesses()
    }

    private mutating func sortSuccesses() {
        let isSorted = zip(successes, successes.dropFirst()).allSatisfy {
            !ProductionDeployment.precedes($1, $0)
        }
        if !isSorted { successes.sort(by: ProductionDeployment.precedes) }
        for index in successes.indices {
            successes[index].isFirst =
                index == 0 || successes[index - 1].environment != successes[index].environment
        }
    }

    private mutating func findRepeats(in rows: [DeploymentRecord]) {
        var previous: String?
        for index in successes.indices {
            let sha = rows[Int(successes[index].row)].origin?.value.sha
            if !successes[index].isFirst, let sha, sha == previous {
                successes[index].repeated = successes[index - 1].repeated ?? Int32(index - 1)
            }
            previous = sha
        }
    }

    /// The success that brought what this one deploys: itself, unless it is a repeat.
    func bringer(of index: Int) -> Int { successes[index].repeated.map(Int.init) ?? index }

    /// The success that brought what ran in the environment before.
    func predecessor(of index: Int) -> Int? {
        let bringer = bringer(of: index)
        return successes[bringer].isFirst ? nil : self.bringer(of: bringer - 1)
    }

    /// Positions of the successes by GitLab's id.
    var positionsByID: [Int64: Int32] {
        var positions: [Int64: Int32] = [:]
        positions.reserveCapacity(successes.count)
        for index in successes.indices { positions[successes[index].id] = Int32(index) }
        return positions
    }

    /// Positions of the successes in order of their finish, whatever the environment.
    var successesByFinish: [Int] {
        successes.indices.sorted {
            (successes[$0].finish, successes[$0].id) < (successes[$1].finish, successes[$1].id)
        }
    }
}
