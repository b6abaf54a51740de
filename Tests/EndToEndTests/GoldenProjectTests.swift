import MetricsCore
import Testing

/// Holds the code, and the tables of the page, to the figures worked out by hand in Documentation/GoldenProject.md.
struct GoldenProjectTests {
    static let metrics = GoldenFigures.coveredMetrics

    @Test("A metric of the golden project is what was worked out by hand", arguments: metrics)
    func measures(_ id: MetricID) async throws {
        let metric = try #require(MetricCatalogue.metric(id))
        let records = try await GoldenProject.reading(for: metric).value
        let value = metric.value(of: records, in: GoldenProject.period)
        let measured = GoldenFigures(measured: value)
        #expect(measured == GoldenFigures.typed[id])
    }

    @Test("The page shows the figures the code is held to", arguments: metrics)
    func printsFigures(_ id: MetricID) throws {
        let printed = GoldenFigures(id, on: try GoldenPage())
        #expect(printed == GoldenFigures.typed[id])
    }

    /// What REST does not tell, and releases, of which there is no reading by period.
    private static let untold: Set<MetricID> = [.issueComments, .releases, .timeSpent]

    @Test("Beyond what was read, coverage is partial", arguments: metrics.filter { !untold.contains($0) })
    func coversWhatWasRead(_ id: MetricID) async throws {
        let metric = try #require(MetricCatalogue.metric(id))
        let records = try await GoldenProject.reading(for: metric).value
        var earlier = GoldenProject.period
        earlier.start = earlier.start.advanced(bySeconds: -86_400)
        let before = metric.value(of: records, in: earlier).coverage
        #expect(before.state == .partial)
        #expect(before.from == GoldenProject.period.start)
        var later = GoldenProject.period
        later.end = later.end.advanced(bySeconds: 86_400)
        let after = metric.value(of: records, in: later).coverage
        #expect(after.state == .partial)
        #expect(after.until == GoldenProject.period.end)
    }

    @Test("Records reach beyond the period exactly where figures need it")
    func readsWhatIsNeeded() async throws {
        let records = try await GoldenProject.reading.value[GoldenProject.key]
        #expect(Set(records.mergeRequests.map(\.id.id)) == Set(701...717))
        #expect(Set(records.deployments.map(\.id.id)) == Set(301...315))
        #expect(Set(records.issues.map(\.id.id)) == Set(801...807))
        #expect(Set(records.pipelines.map(\.id.id)) == Set(401...409).subtracting([404]))
    }

    @Test(
        "The samples on the page make its figures",
        arguments: [
            ("lead_time_for_changes", "MR"), ("time_to_restore_service", "issue"),
            ("time_to_first_comment", "MR"),
            ("time_to_approve", "MR"), ("time_to_merge", "MR"),
        ])
    func printsSamples(_ metric: String, _ column: String) throws {
        let samples = try GoldenPage().table(metric, column)["seconds"]
        let seconds = samples.values.compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }
            .sorted()
        let typed = try #require(GoldenFigures.typed[MetricID(rawValue: metric)])
        #expect(samples.keys.sorted() == typed.counted)
        try #require(seconds.count == samples.count)
        #expect(GoldenFigures.Spread(ofSorted: seconds) == typed.spread)
    }

    @Test("Every metric has a section on the page")
    func isComplete() {
        #expect(Set(Self.metrics) == Set(GoldenFigures.typed.keys))
    }

    @Test(
        "As GitLab counts, a metric is what was worked out by hand",
        arguments: MetricCatalogue.gitLab.map(\.id))
    func measuresAsGitLab(_ id: MetricID) async throws {
        let metric = try #require(MetricCatalogue.gitLab.first { $0.id == id })
        let value = metric.value(of: try await GoldenProject.reading.value, in: GoldenProject.period)
        let typed = try #require(GoldenFigures.typedAsGitLab[id])
        #expect(value.number?.inMillionths == typed.inMillionths)
        let page = try GoldenPage().table("As GitLab itself would show it", "metric")["number"]["`\(id)`"]
        #expect(page.flatMap(GoldenPage.number)?.inMillionths == typed.inMillionths)
    }

    @Test("Without GitLab's lists of merge requests, the commits that landed tell the same lead times")
    func linksByCommits() async throws {
        let records = try await GoldenProject.reading.value
        let unlisted = records[GoldenProject.key].filter { reference, parent in
            !(reference.kind == .listing && parent?.kind == .deployment)
        }
        let value = LeadTime().value(
            of: RecordSet(projects: [GoldenProject.key: unlisted]), in: GoldenProject.period)
        var expected = try #require(GoldenFigures.typed[.leadTime])
        expected.marked = try GoldenPage().table("lead_time_for_changes", "linked by")["merge requests"]
            .mapValues(GoldenPage.names)
        #expect(GoldenFigures(measured: value) == expected)
    }
}

extension GoldenFigures.Spread {
    /// Percentiles as PostgreSQL's `PERCENTILE_CONT` defines them.
    init(ofSorted seconds: [Double]) {
        func percentile(_ fraction: Double) -> Double {
            let position = fraction * Double(seconds.count - 1)
            let below = seconds[Int(position.rounded(.down))]
            let above = seconds[Int(position.rounded(.up))]
            return (below + (above - below) * position.truncatingRemainder(dividingBy: 1)).inMillionths
        }
        self.init(
            min: percentile(0), median: percentile(0.5),
            mean: (seconds.reduce(0, +) / Double(seconds.count)).inMillionths, p75: percentile(0.75),
            p90: percentile(0.9), p95: percentile(0.95), max: percentile(1))
    }
}
