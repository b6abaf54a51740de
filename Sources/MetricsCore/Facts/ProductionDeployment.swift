/// One finished deployment to a production environment.
public struct ProductionDeployment: Hashable, Sendable {
    /// GitLab's id.
    public let id: Int64
    /// Its row in the project's deployments.
    let row: Int32
    /// Its production environment's position in `DeploymentHistory.environments`.
    public let environment: Int32
    /// When it finished; for one that did not succeed and does not tell, when it was made.
    public let finish: Instant
    public let status: DeploymentRecord.Status
    /// Whether it is the first success that is known of its environment.
    public internal(set) var isFirst = false
    /// Whether it deploys the very commit that the success before it in its environment did, as a retry does: it brings
    /// nothing.
    public var isRepeat: Bool { repeated != nil }
    /// For a repeat, the position among the successes of the one that brought its commit.
    var repeated: Int32?

    static func precedes(_ lhs: Self, _ rhs: Self) -> Bool {
        if lhs.environment != rhs.environment { return lhs.environment < rhs.environment }
        return lhs.finish == rhs.finish ? lhs.id < rhs.id : lhs.finish < rhs.finish
    }
}
