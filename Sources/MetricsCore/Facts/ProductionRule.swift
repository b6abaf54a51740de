/// Which environments are production: the explicit tier, else GitLab's guess by name, else the host's rule.
public struct ProductionRule: Codable, Hashable, Sendable {
    /// Names, or patterns with `*`, of environments that are production where GitLab's guess is `other`. Case
    /// does not matter.
    public var patterns: [String]

    public init(patterns: [String] = []) { self.patterns = patterns }

    public static let standard = ProductionRule()

    public func isProduction(tier: EnvironmentRecord.Tier?, name: String?) -> Bool {
        if let tier { return tier == .production }
        guard let name else { return false }
        let guess = EnvironmentRecord.Tier(guessedFrom: name)
        if guess != .other { return guess == .production }
        return patterns.contains { NamePattern($0).matches(name) }
    }
}

extension EnvironmentRecord.Tier {
    /// GitLab's guess at an environment whose tier is not set, by words anywhere in its name, the first hit
    /// deciding: `pre-production` is staging, `production-review` development, `main` other.
    public init(guessedFrom name: String) {
        let name = name.lowercased()
        self = Self.words.first { $0.words.contains { name.contains($0) } }?.tier ?? .other
    }

    private static let words: [(tier: Self, words: [String])] = [
        (.development, ["dev", "review", "trunk"]),
        (.testing, ["test", "tst", "int", "accept", "acpt", "qa", "qc", "control", "quality"]),
        (.staging, ["stag", "stg", "model", "modl", "pre", "demo", "non"]),
        (.production, ["prod", "prd", "live"]),
    ]
}
