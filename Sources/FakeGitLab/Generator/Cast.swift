import Foundation

/// Who works in a project, and where it is deployed to.
struct Cast: Sendable {
    let project: Int
    let people: [Int]
    /// A bot of the instance and the project's own token.
    let bots: [Int]
    let environments: [Int]

    var production: Int { environments[0] }
}

extension Simulation {
    /// Sets the stage: people, groups, projects, environments, members and tokens.
    mutating func found(_ configuration: WorldGenerator.Configuration) throws -> [Cast] {
        world.addUser("root", name: "Administrator", isAdministrator: true)
        let people = Names.people.map { world.addUser($0.username, name: $0.name) }
        let dependencyBot = world.addUser("dependabot", name: "Dependency Bot", isBot: true)
        let reader = world.addUser("metrics", name: "Metrics Reader")
        let root = world.addGroup(configuration.group, name: configuration.group.capitalized)
        let groups =
            [root] + ["platform", "apps"].map { world.addGroup($0, name: $0.capitalized, parent: root) }
        world.addMember(reader, toGroup: root, access: .reporter)
        world.addToken(configuration.token, for: reader, name: "metrics")
        let methods: [MergeMethod] = [.merge, .fastForward, .semiLinear]
        var casts: [Cast] = []
        for index in 0..<configuration.projects {
            let name = Names.project(index)
            let project = try world.addProject(
                name.lowercased(), name: name, group: groups[index % groups.count],
                visibility: index % 7 == 6 ? "public" : "private",
                mergeMethod: methods[index % methods.count],
                creator: people[0])
            let team = (0..<6).map { people[(index * 2 + $0) % people.count] }
            for (rank, person) in team.enumerated() {
                world.addMember(person, toProject: project, access: rank < 2 ? .maintainer : .developer)
            }
            if index % 3 > 0 { world.requireApprovals(index % 3, in: project) }
            let bot = world.addProjectToken("glpat-fake-project-\(project)", project: project)
            let isPlain = index % 2 == 0
            let environments = [
                world.addEnvironment(
                    isPlain ? "production" : "eu-west", in: project, tier: isPlain ? nil : "production",
                    externalURL: "https://\(name.lowercased()).example.com"),
                world.addEnvironment("staging", in: project),
                world.addEnvironment("review/try-\(index)", in: project),
            ]
            casts.append(
                Cast(project: project, people: team, bots: [dependencyBot, bot], environments: environments))
        }
        return casts
    }

    /// Somebody leaves, and the account is deleted near the end.
    mutating func scheduleDeparture(of casts: [Cast]) {
        guard let leaver = casts.first?.people.last else { return }
        at(end + -3600) { simulation in simulation.world.deleteUser(leaver) }
    }
}
