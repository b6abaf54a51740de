import MetricsCore
import Testing

@Suite struct EnvironmentTierTests {
    @Test(
        "An environment's tier is guessed as GitLab guesses it",
        arguments: [
            ("production", .production), ("Prod-EU", .production), ("prd", .production),
            ("live", .production),
            ("pre-production", .staging), ("staging", .staging), ("stg1", .staging), ("demo", .staging),
            ("non-live", .staging), ("model", .staging), ("review/topic", .development),
            ("dev", .development),
            ("production-review", .development), ("trunk", .development), ("test", .testing),
            ("print", .testing),
            ("acceptance", .testing), ("acpt", .testing), ("QA", .testing), ("main", .other), ("", .other),
        ] as [(String, EnvironmentRecord.Tier)])
    func guess(name: String, tier: EnvironmentRecord.Tier) {
        #expect(EnvironmentRecord.Tier(guessedFrom: name) == tier)
    }

    @Test(
        "A host's pattern stands for what its stars leave open",
        arguments: [
            ("customers/*", "customers/eu", true), ("*/eu", "customers/eu", true),
            ("c*s/*u", "customers/eu", true),
            ("customers", "customers/eu", false), ("*", "main", true), ("main", "MAIN", true),
            ("m*x", "main", false),
        ])
    func patterns(pattern: String, name: String, matches: Bool) {
        #expect(ProductionRule(patterns: [pattern]).isProduction(tier: nil, name: name) == matches)
    }
}
