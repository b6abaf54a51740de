import Foundation
import MetricsCore

extension Benchmark {
    /// Our side of `Tests/Benchmarks/Field/main.py`, which runs the others on the same data.
    static let field = Benchmark(
        name: "field",
        title:
            "Weekly flow times and DORA metrics of 1,000 projects: 1,000,000 merge requests and deployments each"
    ) {
        let environment = ProcessInfo.processInfo.environment
        let changes = environment["FIELD_CHANGES"].flatMap { Int($0) } ?? 1_000_000
        let sample = FieldSample(projects: max(1, changes / 1000), changes: changes)
        if let folder = environment["FIELD_DATA"] { try sample.write(to: URL(filePath: folder)) }
        let index = BucketIndex(of: FieldSample.period, by: .week)
        var summary = FieldSummary()
        let one = fastest(of: 5) { summary = FieldSummary(of: sample.facts[...], in: index) }
        let half = sample.facts.count / 2
        let halves = [sample.facts[..<half], sample.facts[half...]]
        var two = Double.infinity
        for _ in 0..<5 {
            two = min(
                two,
                await seconds {
                    await withTaskGroup(of: FieldSummary.self) { group in
                        for half in halves { group.addTask { FieldSummary(of: half, in: index) } }
                        for await _ in group {}
                    }
                })
        }
        return [Figure("one core", one, "s"), Figure("two cores", two, "s")] + summary.figures
    }
}

/// What is asked of everybody: for each project, week and metric how many, how many left out, median and p90, with the
/// records behind at hand; here added up, so that results can be compared.
struct FieldSummary: Sendable {
    private var sums: [MetricID: (count: Double, left: Double, median: Double, p90: Double)] = [:]

    init() {}

    init(of projects: ArraySlice<ProjectFacts>, in index: BucketIndex) {
        for facts in projects {
            for metric in Self.metrics { add(metric, facts, index) }
        }
    }

    static let metrics: [any Metric] = [
        TimeToFirstComment(), TimeToApprove(), TimeToMerge(), LeadTime(),
        DeploymentFrequency(DeploymentFrequency.gitLab),
        ChangeFailureRate(), TimeToRestoreService(),
    ]

    private mutating func add<M: Metric>(_ metric: M, _ facts: ProjectFacts, _ index: BucketIndex) {
        var fold = SeriesFold(metric, in: index)
        fold.add(facts)
        let series = fold.series
        var sum = sums[metric.id] ?? (0, 0, 0, 0)
        for point in series.points {
            sum.count += Double(point.sampleSize)
            sum.median += point.distribution?.median ?? Double(point.hitCount)
            sum.p90 += point.distribution?.p90 ?? 0
        }
        for reason in [ExclusionReason.bot, .backwards] {
            sum.left += Double(series.leftOut[reason]?.reduce(0, +) ?? 0)
        }
        sums[metric.id] = sum
    }

    var figures: [Figure] {
        sums.sorted { $0.key < $1.key }.flatMap { id, sum in
            [
                Figure("\(id).count", sum.count, ""), Figure("\(id).left_out", sum.left, ""),
                Figure("\(id).median", sum.median, ""), Figure("\(id).p90", sum.p90, ""),
            ]
        }
    }
}
