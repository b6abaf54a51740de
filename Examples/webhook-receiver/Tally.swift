import Foundation
import MetricsIngestion
import Synchronization
import WebhookModels

/// Counts what became of deliveries.
final class Tally: Sendable {
    struct Counts {
        var accepted: [String: Int] = [:]
        var duplicates = 0
        var ignored = 0
        /// By the code that says why.
        var refused: [String: Int] = [:]
        var applied = 0
        var gaveUp = 0
        /// Values that moved, refreshes included.
        var changes = 0
    }

    private let state = Mutex(Counts())

    var counts: Counts { state.withLock { $0 } }

    func count(_ verdict: WebhookVerdict) {
        state.withLock { counts in
            switch verdict {
            case .accepted(_, let kind): counts.accepted[kind.rawValue, default: 0] += 1
            case .duplicate: counts.duplicates += 1
            case .ignored: counts.ignored += 1
            case .refused(let error): counts.refused[error.code.rawValue, default: 0] += 1
            case .unavailable(let reason): counts.refused[reason, default: 0] += 1
            case .rehearsed, .notFound, .wrongMethod: break
            }
        }
    }

    func count(_ report: ProcessorReport) {
        guard case .processed(let delivery) = report else { return }
        state.withLock { counts in
            switch delivery.outcome {
            case .applied: counts.applied += 1
            case .gaveUp: counts.gaveUp += 1
            case .failed, .released, .unanswered: break
            }
        }
    }

    func countChanges(_ number: Int) { state.withLock { $0.changes += number } }

    /// In a few lines.
    var text: String {
        let counts = counts
        let kinds = counts.accepted.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        var lines = ["Deliveries:"]
        for (kind, count) in kinds {
            lines.append("  \(kind.padding(toLength: 16, withPad: " ", startingAt: 0)) \(count)")
        }
        let verified = counts.accepted.values.reduce(0, +) + counts.duplicates + counts.ignored
        var summary = [
            "\(verified) verified", "\(counts.duplicates) duplicates", "\(counts.applied) applied",
        ]
        if counts.ignored > 0 { summary.append("\(counts.ignored) ignored") }
        if counts.gaveUp > 0 { summary.append("\(counts.gaveUp) given up") }
        for (code, count) in counts.refused.sorted(by: { $0.key < $1.key }) {
            summary.append("\(count) refused (\(code))")
        }
        return (lines + ["  " + summary.joined(separator: ", ")]).joined(separator: "\n")
    }
}
