import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsReporting
import MetricsStorage
import Testing

/// The `gitLab` preset against the DORA metrics the instance itself answers, which the fake computes on its own, from
/// its world and GitLab's definitions, the slow and plain way.
@Suite("Parity with GitLab's own DORA metrics")
struct GitLabParityTests {
    static let seeds = 1...(ProcessInfo.processInfo.environment["TEST_SEEDS"].flatMap { Int($0) } ?? 6)
    static let end = Date(timeIntervalSince1970: 1_768_000_000)

    static let metrics: [(theirs: DORAMetric, ours: MetricID)] = [
        (.deploymentFrequency, .deploymentFrequency), (.leadTimeForChanges, .leadTime),
        (.timeToRestoreService, .timeToRestoreService), (.changeFailureRate, .changeFailureRate),
    ]

    /// A world, what a backfill read of all of it, and a client to ask for GitLab's own numbers.
    struct Scene {
        let client: GitLabClient
        let reporter: MetricsReporter
        let projects: [ProjectKey]
        /// All of its history, and a week without any.
        let period: ReportPeriod

        init(seed: Int) async throws {
            let configuration = WorldGenerator.Configuration(
                seed: UInt64(seed), projects: 2, mergeRequestsPerProject: 14, days: 30,
                end: GitLabParityTests.end)
            let time = VirtualTime(GitLabParityTests.end)
            let fake = FakeGitLab(world: try WorldGenerator(configuration).world(), time: time)
            let instance = try InstanceURL("https://gitlab.test")
            client = GitLabClient(
                instance: instance,
                transport: StandardTransport(
                    instance: instance, credentials: StaticCredential(AccessToken(configuration.token)),
                    over: FakeGitLabTransport(fake), time: time, random: { 0.5 }), time: time)
            let storage = InMemoryStorage()
            let backfill = Backfill(client: client, storage: storage, state: storage, time: time)
            let outcome = try await backfill.run(
                BackfillPlan(instance: "parity", groups: ["acme"], days: 90, now: GitLabParityTests.end))
            #expect(outcome.isCompleted)
            reporter = MetricsReporter(
                storage: storage, configuration: .init(metrics: MetricCatalogue.gitLab))
            projects = await storage.projects().sorted()
            let midnight = Int64(GitLabParityTests.end.timeIntervalSince1970) / 86_400 * 86_400
            period = ReportPeriod(
                start: Instant(secondsSince1970: midnight - 37 * 86_400),
                end: Instant(secondsSince1970: midnight + 86_400), timeZone: .gmt)
        }

        /// GitLab's values by day; under `nil` that of the whole span.
        func theirs(
            _ metric: DORAMetric, of project: ProjectKey?, in period: ReportPeriod,
            _ interval: DORAMetric.Interval
        ) async throws -> [Instant?: Double] {
            let last = period.end.advanced(bySeconds: -1).date
            let request: Request<DORASeries> =
                project.map {
                    .dora(
                        metric, in: .id(.init(rawValue: Int($0.id))), from: period.start.date, through: last,
                        interval: interval)
                }
                ?? .dora(metric, inGroup: "acme", from: period.start.date, through: last, interval: interval)
            var values: [Instant?: Double] = [:]
            for point in try await client.send(request).points {
                if let value = point.value { values[point.date.map { Instant($0) }] = value }
            }
            return values
        }
    }

    /// Records hold whole seconds, GitLab's rows come of milliseconds: a duration may differ by less than one.
    static func agree(_ ours: Double?, _ theirs: Double?, _ metric: MetricID) -> Bool {
        switch metric {
        case .deploymentFrequency, .changeFailureRate: abs((ours ?? 0) - (theirs ?? 0)) < 1e-9
        default: ours.flatMap { ours in theirs.map { abs(ours - $0) < 1 } } ?? (ours == nil && theirs == nil)
        }
    }

    @Test("Day by day, of each project and of the group, the preset says what GitLab says", arguments: seeds)
    func daily(seed: Int) async throws {
        let scene = try await Scene(seed: seed)
        let series = try await scene.reporter.series(for: scene.period, by: .day)
        var compared = 0
        for (theirs, ours) in Self.metrics {
            for project in [nil] + scene.projects.map(Optional.some) {
                let rows = project == nil ? series.totals : series.projects.filter { $0.project == project }
                let row = try #require(rows.first { $0.metric == ours })
                let values = try await scene.theirs(theirs, of: project, in: scene.period, .daily)
                for (day, point) in zip(series.buckets, row.points) {
                    let value = values[day.start]
                    #expect(
                        Self.agree(point.number, value, ours),
                        "\(ours) of \(project?.description ?? "the group") on \(day.start): \(point.number as Any), GitLab \(value as Any)"
                    )
                    if value != nil { compared += 1 }
                }
            }
        }
        #expect(compared > 50)
    }

    @Test("Over ranges, the preset says what GitLab says", arguments: seeds)
    func ranges(seed: Int) async throws {
        let scene = try await Scene(seed: seed)
        for number in 0..<5 {
            let first = Int64(seed * 7 + number * 5) % 30
            let length = 1 + Int64(seed * 3 + number * 11) % (37 - first)
            let start = scene.period.start.advanced(bySeconds: first * 86_400)
            let range = ReportPeriod(
                start: start, end: start.advanced(bySeconds: length * 86_400), timeZone: .gmt)
            let report = try await scene.reporter.report(for: range)
            for (theirs, ours) in Self.metrics {
                let group = try await scene.theirs(theirs, of: nil, in: range, .all)[nil]
                #expect(Self.agree(report[ours]?.number, group, ours), "\(ours) over \(range)")
                for section in report.projects {
                    let value = try await scene.theirs(theirs, of: section.project, in: range, .all)[nil]
                    #expect(
                        Self.agree(section[ours]?.number, value, ours),
                        "\(ours) of \(section.title) over \(range): \(section[ours]?.number as Any), GitLab \(value as Any)"
                    )
                }
            }
        }
    }
}
