/// Who stands behind one metric's numbers: the people whose records count, by project and by the groups they fall into.
package struct Audience: Sendable {
    /// Records that belong to the same project and the same groups: they are in the same numbers.
    package struct Cell: Hashable, Sendable {
        package let project: ProjectKey
        package let groups: Set<GroupKey>
    }

    /// By cell, the identities of whoever stands behind its records; somebody unknown is one person.
    package private(set) var people: [Cell: Set<String>] = [:]
    /// Whether the metric's records can be told one by one; where they cannot, nobody knows who is behind.
    package private(set) var isKnown = true

    package init() {}

    /// Takes in what one project contributes.
    package mutating func add(_ partial: some MetricPartial, of facts: ProjectFacts, by grouping: Grouping?) {
        guard let partial = partial as? any CondensablePartial else {
            isKnown = false
            return
        }
        let assigner = grouping.map { GroupAssigner($0, of: facts) }
        partial.forEachCounted { contribution in
            let groups = Set(assigner?.groups(of: contribution) ?? [])
            let actor = facts.records.actor(of: contribution)
            let identity = actor.map { facts.rules.roster.identity(of: $0, in: facts.project.instance).id }
            people[Cell(project: facts.project, groups: groups), default: []].insert(identity ?? "")
        }
    }

    package mutating func merge(_ other: Self) {
        isKnown = isKnown && other.isKnown
        people.merge(other.people) { $0.union($1) }
    }
}
