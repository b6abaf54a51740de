/// What a host may decide about how facts are read from records.
public struct FactRules: Codable, Hashable, Sendable {
    public var bots: BotRule
    public var production: ProductionRule
    /// Which merge requests environments take that take not all; none unless the host says so.
    public var scopes: [EnvironmentScope]
    /// Who is who, and in which team. Its bots are bots too.
    public var roster: Roster
    /// Labels that say that somebody works on an issue, in lower case.
    public var inProgressLabels: Set<String>
    /// How long after a production deployment an incident that names nothing is still held against it, in
    /// seconds; 7 days by default.
    public var attributionLimit: Int64

    public init(
        bots: BotRule = .standard, production: ProductionRule = .standard, scopes: [EnvironmentScope] = [],
        roster: Roster = .empty, inProgressLabels: Set<String> = FactRules.standardInProgressLabels,
        attributionLimit: Int64 = 7 * 86_400
    ) {
        self.bots = bots
        self.production = production
        self.scopes = scopes
        self.roster = roster
        self.inProgressLabels = Set(inProgressLabels.map { $0.lowercased() })
        self.attributionLimit = attributionLimit
    }

    public static let standard = FactRules()

    public static let standardInProgressLabels: Set<String> = [
        "doing", "in progress", "workflow::in dev", "workflow::in progress", "status::doing",
        "status::in progress",
    ]

    func isInProgress(_ label: String) -> Bool { inProgressLabels.contains(label.lowercased()) }
}
