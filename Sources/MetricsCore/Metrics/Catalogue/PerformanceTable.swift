/// Where the tiers of the DORA metrics end, as the reports of the DORA programme and GitLab print them.
///
/// <https://dora.dev/research/>, and GitLab's score: <https://docs.gitlab.com/user/analytics/dora_metrics/>
public struct PerformanceTable: Hashable, Sendable {
    /// Limits of duration or share: the last value of each tier, best first.
    struct Limits: Hashable, Sendable {
        var tiers: [(tier: PerformanceTier, limit: Double)]
        /// Whether the limit itself still belongs to the tier.
        var includesLimit: Bool

        func tier(of number: Double) -> PerformanceTier {
            tiers.first { includesLimit ? number <= $0.limit : number < $0.limit }?.tier ?? .low
        }

        static func == (lhs: Self, rhs: Self) -> Bool {
            lhs.includesLimit == rhs.includesLimit && lhs.tiers.map(\.limit) == rhs.tiers.map(\.limit)
                && lhs.tiers.map(\.tier) == rhs.tiers.map(\.tier)
        }

        func hash(into hasher: inout Hasher) { hasher.combine(tiers.map(\.limit)) }
    }

    public let preset: MetricDefinition.Preset
    /// How many deployments a day each tier needs at least, best first.
    private let frequency: [PerDay]
    private let leadTime: Limits
    private let failureRate: Limits
    private let timeToRestore: Limits

    private struct PerDay: Hashable {
        var tier: PerformanceTier
        var least: Double
    }

    private static let hour = 3600.0
    private static let day = 86_400.0

    private init(
        _ preset: MetricDefinition.Preset, frequency: [(PerformanceTier, Double)], leadTime: Limits,
        failureRate: Limits, timeToRestore: Limits
    ) {
        self.preset = preset
        self.frequency = frequency.map { PerDay(tier: $0.0, least: $0.1) }
        self.leadTime = leadTime
        self.failureRate = failureRate
        self.timeToRestore = timeToRestore
    }

    private static func below(_ elite: Double, _ high: Double, _ medium: Double) -> Limits {
        Limits(tiers: [(.elite, elite), (.high, high), (.medium, medium)], includesLimit: false)
    }

    private static func upTo(_ elite: Double, _ high: Double, _ medium: Double) -> Limits {
        Limits(tiers: [(.elite, elite), (.high, high), (.medium, medium)], includesLimit: true)
    }

    /// The report of 2021.
    public static let dora2021 = Self(
        .dora2021, frequency: [(.elite, 5.0 / 7), (.high, 12 / 365.25), (.medium, 2 / 365.25)],
        leadTime: below(hour, 7 * day, 180 * day), failureRate: upTo(0.15, 0.2, 0.3),
        timeToRestore: below(hour, day, 7 * day))

    /// The report of 2023.
    public static let dora2023 = Self(
        .dora2023, frequency: [(.elite, 5.0 / 7), (.high, 1.0 / 7), (.medium, 12 / 365.25)],
        leadTime: below(day, 7 * day, 30 * day), failureRate: upTo(0.05, 0.1, 0.15),
        timeToRestore: below(hour, day, 7 * day))

    /// GitLab's score, of three levels, for a calendar month.
    public static let gitLab = Self(
        .gitLab, frequency: [(.high, 30 * 12 / 365.25), (.medium, 12 / 365.25)],
        leadTime: Limits(tiers: [(.high, 7 * day), (.medium, 30 * day)], includesLimit: true),
        failureRate: Limits(tiers: [(.high, 0.15), (.medium, 0.45)], includesLimit: true),
        timeToRestore: Limits(tiers: [(.high, day), (.medium, 7 * day)], includesLimit: true))

    /// The tier of a value; `nil` without a number, and for metrics that have no tiers.
    ///
    /// A deployment frequency is taken per day whatever its statistic; of deployment days a week, five or more are what
    /// the best tier needs.
    public func tier(of value: MetricValue) -> PerformanceTier? {
        guard let number = value.number else { return nil }
        switch value.metric {
        case .deploymentFrequency:
            guard let perDay = value.fraction?.quotient ?? perDay(number, value) else { return nil }
            return frequency.first { perDay >= $0.least }?.tier ?? .low
        case .deploymentDays:
            return frequency.first { number / 7 >= $0.least }?.tier ?? .low
        case .leadTime: return leadTime.tier(of: number)
        case .changeFailureRate: return failureRate.tier(of: number)
        case .timeToRestoreService: return timeToRestore.tier(of: number)
        default: return nil
        }
    }

    private func perDay(_ number: Double, _ value: MetricValue) -> Double? {
        switch value.unit {
        case .perDay: number
        case .perWeek: number / 7
        case .count: Fraction(number, value.period.dayCount).quotient
        default: nil
        }
    }
}
