extension PerformanceTable {
    /// How often a tier deploys at least.
    struct Pace: Hashable, Sendable {
        enum Span: Hashable, Sendable { case week, month, halfYear }

        var tier: PerformanceTier
        var least: Double
        var span: Span

        init(_ tier: PerformanceTier, _ least: Double, in span: Span) {
            self.tier = tier
            self.least = least
            self.span = span
        }
    }

    /// Limits of duration or share, best tier first; what exceeds them all is low.
    struct Limits: Hashable, Sendable {
        struct Limit: Hashable, Sendable {
            var tier: PerformanceTier
            var value: Double
        }

        var limits: [Limit]
        /// Whether the limit itself still belongs to the tier.
        var includesLimit: Bool

        /// "Less than", as the reports of the DORA programme word durations.
        static func below(elite: Double, high: Double, medium: Double) -> Self {
            Self(
                limits: [
                    Limit(tier: .elite, value: elite), Limit(tier: .high, value: high),
                    Limit(tier: .medium, value: medium),
                ], includesLimit: false)
        }

        /// "Up to", as they word shares, and GitLab everything.
        static func upTo(elite: Double? = nil, high: Double, medium: Double) -> Self {
            let best = elite.map { [Limit(tier: .elite, value: $0)] } ?? []
            return Self(
                limits: best + [Limit(tier: .high, value: high), Limit(tier: .medium, value: medium)],
                includesLimit: true)
        }

        func tier(of number: Double) -> PerformanceTier {
            limits.first { includesLimit ? number <= $0.value : number < $0.value }?.tier ?? .low
        }
    }
}
