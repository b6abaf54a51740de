public import Foundation
import MetricsCore
public import MetricsStorage
import WireFormat

/// What metrics made of each day of each project, kept in a `StateStorage`: a report over years reads these instead of
/// records, and a change makes anew only the days it can concern.
///
/// A page holds one project's month. Pages made by other definitions or rules, or damaged ones, are made anew. Snapshots
/// (how things stand at the end) are measured from records, as are days that a period cuts off.
public struct RollUps: Sendable {
    public struct Configuration: Sendable {
        public var precision: RollUpPrecision
        /// The zone in which days begin.
        public var timeZone: TimeZone

        public init(precision: RollUpPrecision = .exact, timeZone: TimeZone = .gmt) {
            self.precision = precision
            self.timeZone = timeZone
        }
    }

    /// Whose metrics, rules and records are rolled up.
    public let reporter: MetricsReporter
    public let state: any StateStorage
    public let configuration: Configuration
    let digest: String

    public init(
        of reporter: MetricsReporter, in state: any StateStorage,
        configuration: Configuration = Configuration()
    ) {
        self.reporter = reporter
        self.state = state
        self.configuration = configuration
        digest = Self.digest(reporter.configuration, configuration)
    }

    static let namespace = "rollup"

    /// Metrics that can be kept by day.
    var metrics: [any Metric] { reporter.configuration.metrics.filter { !$0.isSnapshot } }

    func columns(for period: ReportPeriod) -> [any RollUpColumn] {
        metrics.map { Self.column($0, period, configuration.precision) }
    }

    private static func column<M: Metric>(
        _ metric: M, _ period: ReportPeriod, _ precision: RollUpPrecision
    ) -> any RollUpColumn {
        MetricRollUp(metric, period, precision)
    }

    /// The same for the same metrics, definitions, rules, zone and precision.
    private static func digest(
        _ reporter: MetricsReporter.Configuration, _ configuration: Configuration
    ) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var text = configuration.precision.rawValue + "\n" + configuration.timeZone.identifier + "\n"
        for metric in reporter.metrics {
            text += "\(metric.id) \(metric.definition) "
            text += (try? encoder.encode(metric.definition)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        text += (try? encoder.encode(reporter.rules)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return SHA256.hash(Data(text.utf8)).hexadecimal
    }
}
