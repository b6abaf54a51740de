import Console
import Foundation
import MetricsIngestion

/// Shows how far the backfill is: a bar that is drawn over on a terminal, now and then a plain line elsewhere.
struct ProgressLine {
    let isInteractive: Bool
    private var shownTenths = -1

    init(isInteractive: Bool) { self.isInteractive = isInteractive }

    mutating func show(_ progress: BackfillProgress) {
        if isInteractive {
            Terminal.printError("\r\u{1B}[K" + Self.text(progress), terminator: "")
        } else {
            let tenths = Int(progress.fractionCompleted * 10)
            guard tenths > shownTenths, progress.phase == .reading else { return }
            shownTenths = tenths
            Terminal.printError(Self.text(progress))
        }
    }

    func end() {
        if isInteractive { Terminal.printError("\r\u{1B}[K", terminator: "") }
    }

    static func text(_ progress: BackfillProgress) -> String {
        guard progress.phase != .resolving else { return "Finding projects…" }
        let width = 24
        let filled = Int((progress.fractionCompleted * Double(width)).rounded())
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let percent = Int((progress.fractionCompleted * 100).rounded())
        var text = "\(bar) \(percent) %  \(progress.projectsDone)/\(progress.projectsTotal) projects"
        text += ", \(progress.itemsDone) items, \(progress.requests) requests"
        if let until = progress.waitingUntil {
            text +=
                ", waiting until "
                + until.formatted(Date.ISO8601FormatStyle().time(includingFractionalSeconds: false))
        } else {
            text += ", \(Int(progress.rate.rounded()))/s"
        }
        return text
    }
}
