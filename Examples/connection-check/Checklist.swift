import Foundation
import GitLabConnection

/// A report as lines for people: ✓ passed, ! warned, ✗ failed, – not asked.
struct Checklist {
    private enum Color: String {
        case green = "32"
        case yellow = "33"
        case red = "31"
        case dim = "2"
        case bold = "1"
    }

    let hasColors: Bool

    func title(_ text: String) -> String { painted(text, .bold) }

    /// - Parameter onlyTrouble: leaves out what passed, and what was not asked.
    func text(of report: ConnectionReport, onlyTrouble: Bool = false) -> String {
        let probes = report.probes.filter { !onlyTrouble || $0.outcome == .warned || $0.outcome == .failed }
        var lines = probes.flatMap { probe in
            [line(probe)] + probe.findings.flatMap { self.lines($0) }
        }
        if !onlyTrouble, report.username != nil { lines += [""] + report.capabilities.map(line) }
        return (lines + ["", summary(of: report)]).joined(separator: "\n")
    }

    func text(of diagnosis: ProjectDiagnosis) -> String {
        let name = plain(diagnosis.path ?? diagnosis.asked)
        let lines = diagnosis.findings.flatMap { finding in
            ["\(mark(finding.severity)) \(finding.code)"] + self.lines(finding)
        }
        return (lines + ["", "Project \(name): \(state(diagnosis.state))"]).joined(separator: "\n")
    }

    private func line(_ probe: ProbeResult) -> String {
        let name = probe.probe.rawValue.replacing("_", with: " ")
        let padded = name.padding(toLength: 16, withPad: " ", startingAt: 0)
        let line = "\(mark(probe.outcome)) \(padded)\(plain(probe.note ?? ""))"
        let trimmed = String(line.reversed().drop { $0 == " " }.reversed())
        return probe.outcome == .skipped ? painted(trimmed, .dim) : trimmed
    }

    private func lines(_ finding: Finding) -> [String] {
        var lines = ["    \(plain(finding.message)) [\(finding.code)]", "    → \(plain(finding.remedy))"]
        for cause in finding.causes {
            lines.append("    ? \(plain(cause.message)) Test: \(plain(cause.test))")
        }
        if let command = finding.evidence?.command { lines.append(painted("    $ \(plain(command))", .dim)) }
        return lines
    }

    private func line(_ capability: CapabilityReport) -> String {
        let name = capability.capability.rawValue.replacing("_", with: " ")
        let missing = capability.scopesMissing.map { "needs the scope \($0)" }.first
        switch capability.isGranted {
        case true?: return "\(painted("✓", .green)) may \(name)"
        case false?: return "\(painted("–", .dim)) may not \(name): \(missing ?? "the role does not suffice")"
        case nil: return "\(painted("–", .dim)) may perhaps \(name)"
        }
    }

    private func summary(of report: ConnectionReport) -> String {
        let verdict = report.verdict.map { " (\($0))" } ?? ""
        let user = report.username.map { " as \(plain($0))" } ?? ""
        let projects =
            report.projects.map { total in
                ", \(total.isExact ? "" : "more than ")\(total.count) project\(total.count == 1 ? "" : "s")"
            } ?? ""
        return "Connection\(user): \(state(report.state))\(verdict)\(projects)"
    }

    private func state(_ state: ConnectionState) -> String {
        switch state {
        case .connected: painted(state.rawValue, .green)
        case .degraded: painted(state.rawValue, .yellow)
        case .unreachable: painted(state.rawValue, .red)
        case .excluded, .paused: state.rawValue
        }
    }

    private func mark(_ outcome: ProbeResult.Outcome) -> String {
        switch outcome {
        case .passed: painted("✓", .green)
        case .warned: painted("!", .yellow)
        case .failed: painted("✗", .red)
        case .skipped: "–"
        }
    }

    private func mark(_ severity: Finding.Severity) -> String {
        switch severity {
        case .note: mark(ProbeResult.Outcome.passed)
        case .warning: mark(ProbeResult.Outcome.warned)
        case .error, .fatal: mark(ProbeResult.Outcome.failed)
        }
    }

    /// What GitLab said, without characters that a terminal would obey.
    private func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    }

    private func painted(_ text: String, _ color: Color) -> String {
        hasColors ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
    }
}
