import Foundation
import MetricsCore

/// One metric of a report made from roll-ups, with its type forgotten.
protocol RollUpColumn: Sendable {
    var id: MetricID { get }
    var kinds: [RecordKind] { get }

    /// What is kept of each bucket; `nil` of one in which the metric has nothing.
    func kept(of facts: ProjectFacts, in index: BucketIndex) throws -> [Data?]

    /// Takes in what was kept.
    mutating func merge(_ kept: Data) throws

    /// Takes in a project's part of a span for which nothing is kept.
    mutating func add(_ facts: ProjectFacts, in period: ReportPeriod)

    /// Takes in what is known of a project's records.
    mutating func cover(_ records: ProjectRecords, of project: ProjectKey)

    var value: MetricValue { get }
}

struct MetricRollUp<M: Metric>: RollUpColumn {
    private let metric: M
    private let period: ReportPeriod
    /// Whether numbers alone are kept.
    private let isCondensed: Bool
    private var partial = M.Partial()
    private var condensed = CondensedPartial()
    private var coverage = Coverage()

    init(_ metric: M, _ period: ReportPeriod, _ precision: RollUpPrecision) {
        self.metric = metric
        self.period = period
        isCondensed =
            precision == .condensed && M.Partial() is any CondensablePartial
            && metric.value(of: MetricFigures(), coverage: Coverage(), in: period) != nil
    }

    var id: MetricID { metric.id }
    var kinds: [RecordKind] { metric.kinds }

    func kept(of facts: ProjectFacts, in index: BucketIndex) throws -> [Data?] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let parts = metric.partial(of: facts, in: index.period).split(into: index.buckets.count) {
            contribution, add in
            if let position = index.position(of: contribution.at) { add(Int(position)) }
        }
        let nothing = M.Partial()
        return try parts.map { part in
            guard part != nothing else { return nil }
            if isCondensed, let part = part as? any CondensablePartial {
                return try encoder.encode(part.condensed)
            }
            return try encoder.encode(part)
        }
    }

    mutating func merge(_ kept: Data) throws {
        if isCondensed {
            condensed.merge(try JSONDecoder().decode(CondensedPartial.self, from: kept))
        } else {
            partial.merge(try JSONDecoder().decode(M.Partial.self, from: kept))
        }
    }

    mutating func add(_ facts: ProjectFacts, in period: ReportPeriod) {
        let own = metric.partial(of: facts, in: period)
        if isCondensed, let own = own as? any CondensablePartial {
            condensed.merge(own.condensed)
        } else {
            partial.merge(own)
        }
    }

    mutating func cover(_ records: ProjectRecords, of project: ProjectKey) {
        coverage.merge(
            Coverage(
                of: metric.kinds, requiring: metric.requiredFacts, in: records, project: project,
                period: period))
    }

    var value: MetricValue {
        (isCondensed ? metric.value(of: condensed.figures, coverage: coverage, in: period) : nil)
            ?? metric.value(of: partial, coverage: coverage, in: period)
    }
}
