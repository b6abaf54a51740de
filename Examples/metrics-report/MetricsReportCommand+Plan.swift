import Foundation
import MetricsCore
import MetricsIngestion

extension MetricsReportCommand {
    /// What a run would ask, in a few lines.
    static func text(of plan: CallPlan, perMinute: Int?) -> String {
        let rows = plan.rows.sorted { $0.key < $1.key }.map { "\($0.value) \(words($0.key, $0.value))" }
        let requests = plan.requestsByKind.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\($0.value) for \(words($0.key, 2))" }
        let rate = perMinute ?? 600
        let minutes = plan.duration(requestsPerMinute: rate) / .seconds(60)
        return """
            \(plan.projects) projects, \(rows.isEmpty ? "rows not counted" : rows.joined(separator: ", "))
            about \(plan.requests) requests: \(requests.joined(separator: ", "))
            about \(minutes.formatted(.number.precision(.fractionLength(1)))) minutes at \(rate) requests a minute
            """
    }

    /// `mergeRequest` as people write it.
    private static func words(_ kind: RecordKind, _ count: Int) -> String {
        let words = kind.rawValue.reduce(into: "") { text, character in
            text += character.isUppercase ? " \(character.lowercased())" : String(character)
        }
        return count == 1 || words.hasSuffix("s") ? words : words + "s"
    }
}
