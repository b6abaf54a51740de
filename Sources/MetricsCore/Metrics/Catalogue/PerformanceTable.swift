/// Where the tiers of the DORA metrics end, as the reports of the DORA programme and GitLab print them.
///
/// <https://dora.dev/research/>, and GitLab's score: <https://docs.gitlab.com/user/analytics/dora_metrics/>
public struct PerformanceTable: Hashable, Sendable {
    public let preset: MetricDefinition.Preset
    private let frequency: [Pace]
    private let leadTime: Limits
    private let failureRate: Limits
    private let timeToRestore: Limits

    private static let hour = 3600.0
    private static let day = 86_400.0

    private init(
        _ preset: MetricDefinition.Preset, frequency: [Pace], leadTime: Limits, failureRate: Limits,
        timeToRestore: Limits
    ) {
        self.preset = preset
        self.frequency = frequency
        self.leadTime = leadTime
        self.failureRate = failureRate
        self.timeToRestore = timeToRestore
    }

    /// The report of 2021.
    public static let dora2021 = Self(
        .dora2021,
        frequency: [Pace(.elite, 5, in: .week), Pace(.high, 1, in: .month), Pace(.medium, 1, in: .halfYear)],
        leadTime: .below(elite: hour, high: 7 * day, medium: 180 * day),
        failureRate: .upTo(elite: 0.15, high: 0.2, medium: 0.3),
        timeToRestore: .below(elite: hour, high: day, medium: 7 * day))

    /// The report of 2023.
    public static let dora2023 = Self(
        .dora2023,
        frequency: [Pace(.elite, 5, in: .week), Pace(.high, 1, in: .week), Pace(.medium, 1, in: .month)],
        leadTime: .below(elite: day, high: 7 * day, medium: 30 * day),
        failureRate: .upTo(elite: 0.05, high: 0.1, medium: 0.15),
        timeToRestore: .below(elite: hour, high: day, medium: 7 * day))

    /// GitLab's score, of three levels, made for a calendar month.
    public static let gitLab = Self(
        .gitLab, frequency: [Pace(.high, 30, in: .month), Pace(.medium, 1, in: .month)],
        leadTime: .upTo(high: 7 * day, medium: 30 * day), failureRate: .upTo(high: 0.15, medium: 0.45),
        timeToRestore: .upTo(high: day, medium: 7 * day))

    /// The tier of a value; `nil` without a number, and for metrics that have no tiers.
    ///
    /// A deployment frequency is taken by its deployments and the calendar days or months of its period, whatever its
    /// statistic. Of deployment days, paces by the week are asked of the days of a week, slower ones of the deployments:
    /// who deploys once a month has none in a usual week. O(days of the period) for both.
    public func tier(of value: MetricValue) -> PerformanceTier? {
        guard let number = value.number else { return nil }
        switch value.metric {
        case .deploymentFrequency:
            return deployments(number, value).flatMap { tier(of: value.period, weekly: nil, deployments: $0) }
        case .deploymentDays:
            return tier(
                of: value.period, weekly: number, deployments: Double(value.evidence.sampleSize))
        case .leadTime: return leadTime.tier(of: number)
        case .changeFailureRate: return failureRate.tier(of: number)
        case .timeToRestoreService: return timeToRestore.tier(of: number)
        default: return nil
        }
    }

    /// - Parameter weekly: days of a usual week with a deployment; `nil` to take the deployments of the period instead.
    private func tier(
        of period: ReportPeriod, weekly: Double?, deployments: Double
    ) -> PerformanceTier? {
        let months = period.monthCount
        guard months > 0 else { return nil }
        let weeks = period.dayCount / 7
        let pace = frequency.first { pace in
            switch pace.span {
            case .week: weekly.map { $0 >= pace.least } ?? (deployments >= pace.least * weeks)
            case .month: deployments >= pace.least * months
            case .halfYear: deployments * 6 >= pace.least * months
            }
        }
        return pace?.tier ?? .low
    }

    /// How many deployments a frequency stands for.
    private func deployments(_ number: Double, _ value: MetricValue) -> Double? {
        switch value.unit {
        case .count: number
        case .perDay: value.fraction?.numerator ?? number * value.period.dayCount
        case .perWeek: value.fraction?.numerator ?? number * value.period.dayCount / 7
        default: nil
        }
    }
}
