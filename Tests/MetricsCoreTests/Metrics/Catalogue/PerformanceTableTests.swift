import Foundation
import MetricsCore
import Testing

@Suite struct PerformanceTableTests {
    private static let hour = 3600.0
    private static let day = 86_400.0

    private func period(_ from: String, _ to: String, in zone: TimeZone = .gmt) throws -> ReportPeriod {
        func start(_ text: String) throws -> Instant {
            let date = try #require(CalendarDate(text))
            let noon = Date(timeIntervalSince1970: Double(date.daysSince1970) * 86_400 + 43_200)
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = zone
            return Instant(calendar.startOfDay(for: noon))
        }
        return ReportPeriod(start: try start(from), end: try start(to), timeZone: zone)
    }

    private func value(
        _ metric: MetricID, _ number: Double?, _ unit: MetricUnit, fraction: Fraction? = nil,
        in period: ReportPeriod? = nil, deployments: Int = 0
    ) throws -> MetricValue {
        MetricValue(
            metric: metric, definition: DeploymentFrequency.standard,
            period: try period ?? self.period("2026-01-01", "2026-02-01"), unit: unit, number: number,
            fraction: fraction, evidence: Evidence(sampleSize: deployments), coverage: Coverage())
    }

    /// A limit, the tier of the limit itself, and the tier beyond it.
    struct Limit: Sendable {
        var table: PerformanceTable
        var metric: MetricID
        var limit: Double
        var at: PerformanceTier
        var beyond: PerformanceTier
    }

    static let durations: [Limit] = {
        var limits: [Limit] = []
        func add(_ table: PerformanceTable, _ metric: MetricID, _ values: [Double], isWithin: Bool) {
            let tiers: [PerformanceTier] = values.count == 3 ? [.elite, .high, .medium] : [.high, .medium]
            for (index, value) in values.enumerated() {
                let beyond = index + 1 < tiers.count ? tiers[index + 1] : .low
                limits.append(
                    Limit(
                        table: table, metric: metric, limit: value, at: isWithin ? tiers[index] : beyond,
                        beyond: beyond))
            }
        }
        add(.dora2021, .leadTime, [hour, 7 * day, 180 * day], isWithin: false)
        add(.dora2023, .leadTime, [day, 7 * day, 30 * day], isWithin: false)
        add(.gitLab, .leadTime, [7 * day, 30 * day], isWithin: true)
        add(.dora2021, .timeToRestoreService, [hour, day, 7 * day], isWithin: false)
        add(.dora2023, .timeToRestoreService, [hour, day, 7 * day], isWithin: false)
        add(.gitLab, .timeToRestoreService, [day, 7 * day], isWithin: true)
        add(.dora2021, .changeFailureRate, [0.15, 0.2, 0.3], isWithin: true)
        add(.dora2023, .changeFailureRate, [0.05, 0.1, 0.15], isWithin: true)
        add(.gitLab, .changeFailureRate, [0.15, 0.45], isWithin: true)
        return limits
    }()

    @Test("Each limit of duration and share parts two tiers, and belongs to the one the reports give it")
    func limits() throws {
        for limit in Self.durations {
            let unit: MetricUnit = limit.metric == .changeFailureRate ? .share : .seconds
            func tier(_ number: Double) throws -> PerformanceTier? {
                limit.table.tier(of: try value(limit.metric, number, unit))
            }
            let better = try #require(PerformanceTier(rawValue: limit.beyond.rawValue + 1))
            #expect(try tier(limit.limit.nextDown) == better, "\(limit.table.preset) \(limit.metric)")
            #expect(try tier(limit.limit) == limit.at, "\(limit.table.preset) \(limit.metric)")
            #expect(try tier(limit.limit.nextUp) == limit.beyond, "\(limit.table.preset) \(limit.metric)")
        }
    }

    @Test("A share that is a fraction meets its limit exactly")
    func fractions() throws {
        for count in stride(from: 20.0, through: 2000, by: 20) {
            let limit = try value(.changeFailureRate, count * 3 / 20 / count, .share)
            #expect(PerformanceTable.dora2021.tier(of: limit) == .elite)
            let beyond = try value(.changeFailureRate, (count * 3 / 20 + 1) / count, .share)
            #expect(try #require(PerformanceTable.dora2021.tier(of: beyond)) < .elite)
        }
    }

    @Test(
        "Deployments are set against the days and months of their period, whatever their number",
        arguments: [
            (
                "2026-03-02", "2026-03-09", 5, PerformanceTier.elite, PerformanceTier.elite,
                PerformanceTier.medium
            ),
            ("2026-03-02", "2026-03-09", 4, .high, .high, .medium),
            ("2026-03-02", "2026-03-09", 7, .elite, .elite, .high),
            ("2026-03-02", "2026-03-16", 2, .high, .high, .medium),
            ("2026-03-02", "2026-03-16", 1, .high, .medium, .medium),
            ("2026-01-01", "2026-02-01", 31, .elite, .elite, .high),
            ("2026-01-01", "2026-02-01", 30, .elite, .elite, .high),
            ("2026-01-01", "2026-02-01", 29, .elite, .elite, .medium),
            ("2026-02-01", "2026-03-01", 30, .elite, .elite, .high),
            ("2026-02-01", "2026-03-01", 29, .elite, .elite, .medium),
            ("2026-01-01", "2026-02-01", 23, .elite, .elite, .medium),
            ("2026-01-01", "2026-02-01", 22, .high, .high, .medium),
            ("2026-02-01", "2026-03-01", 4, .high, .high, .medium),
            ("2026-02-01", "2026-03-01", 3, .high, .medium, .medium),
            ("2026-01-01", "2026-02-01", 1, .high, .medium, .medium),
            ("2026-01-01", "2026-02-01", 0, .low, .low, .low),
            ("2026-01-01", "2026-07-01", 6, .high, .medium, .medium),
            ("2026-01-01", "2026-07-01", 5, .medium, .low, .low),
            ("2026-01-01", "2026-07-01", 1, .medium, .low, .low),
            ("2026-01-01", "2027-01-01", 2, .medium, .low, .low),
            ("2026-01-01", "2027-01-01", 1, .low, .low, .low),
        ])
    func frequency(
        from: String, to: String, count: Int, in2021: PerformanceTier, in2023: PerformanceTier,
        gitLab: PerformanceTier
    ) throws {
        for zone in ["GMT", "Europe/Berlin", "America/New_York"] {
            let period = try period(from, to, in: #require(TimeZone(identifier: zone)))
            let perDay = Fraction(Double(count), period.dayCount)
            let perWeek = Fraction(Double(count), period.dayCount / 7)
            let values = [
                try value(.deploymentFrequency, perDay.quotient, .perDay, fraction: perDay, in: period),
                try value(.deploymentFrequency, perWeek.quotient, .perWeek, fraction: perWeek, in: period),
                try value(.deploymentFrequency, Double(count), .count, in: period),
            ]
            for value in values {
                #expect(PerformanceTable.dora2021.tier(of: value) == in2021)
                #expect(PerformanceTable.dora2023.tier(of: value) == in2023)
                #expect(PerformanceTable.gitLab.tier(of: value) == gitLab)
            }
        }
    }

    @Test("Of deployment days, a usual week tells the paces by week, the deployments the slower ones")
    func deploymentDays() throws {
        func tier(_ table: PerformanceTable, _ days: Double, _ deployments: Int) throws -> PerformanceTier? {
            table.tier(of: try value(.deploymentDays, days, .perWeek, deployments: deployments))
        }
        #expect(try tier(.dora2021, 5, 20) == .elite)
        #expect(try tier(.dora2021, 4.5, 20) == .high)
        #expect(try tier(.dora2023, 1, 4) == .high)
        #expect(try tier(.dora2023, 0.5, 4) == .medium)
        #expect(try tier(.dora2023, 0, 1) == .medium)
        #expect(try tier(.dora2021, 0, 0) == .low)
        #expect(try tier(.gitLab, 5, 30) == .high)
        #expect(try tier(.gitLab, 5, 29) == .medium)
    }

    @Test("No number, no tier; nor for other metrics, nor for a period without length")
    func none() throws {
        let table = PerformanceTable.dora2023
        #expect(table.tier(of: try value(.leadTime, nil, .seconds)) == nil)
        #expect(table.tier(of: try value(.timeToMerge, 60, .seconds)) == nil)
        let empty = try period("2026-01-01", "2026-01-01")
        #expect(table.tier(of: try value(.deploymentFrequency, 3, .count, in: empty)) == nil)
    }

    @Test("A whole month counts as one, a part as the part of its days")
    func months() throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        for zone in [TimeZone.gmt, berlin] {
            #expect(try period("2026-03-01", "2026-04-01", in: zone).monthCount == 1)
            #expect(try period("2025-12-01", "2026-12-01", in: zone).monthCount == 12)
            #expect(try period("2026-02-15", "2026-03-01", in: zone).monthCount == 0.5)
            #expect(try period("2024-02-01", "2024-02-29", in: zone).monthCount == 28.0 / 29)
        }
    }

    @Test("Tiers rank, and tables tell themselves apart")
    func order() {
        #expect(PerformanceTier.allCases.sorted() == [.low, .medium, .high, .elite])
        #expect(Set([PerformanceTable.dora2021, .dora2023, .gitLab, .gitLab]).count == 3)
    }

    @Test("The metrics of a preset are held to the table of that preset")
    func example() {
        var history = History.onMonday()
        history.cover()
        history.environment(1, "production")
        for id in 1...5 { history.deployment(Int64(id), finished: id * History.day) }
        let values = MetricCatalogue.values(
            of: MetricCatalogue.dora2023, over: history.records, in: history.period(days: 0..<7))
        let tiers = values.map { PerformanceTable.dora2023.tier(of: $0)?.description ?? "none" }
        #expect(tiers == ["elite", "elite", "none", "elite", "none"])
    }
}
