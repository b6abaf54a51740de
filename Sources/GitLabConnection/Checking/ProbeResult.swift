/// What came of one question of a check.
public struct ProbeResult: Codable, Hashable, Sendable {
    public enum Outcome: String, Codable, Hashable, Sendable, CaseIterable {
        case passed
        /// Works, but not all of it, or not for long.
        case warned
        case failed
        /// Not asked: the answer to one before left nothing to learn, or nobody wanted it.
        case skipped
    }

    public var probe: Probe
    public var outcome: Outcome
    /// What was seen, in a few words: `18.11.1-ee, Enterprise Edition`.
    public var note: String?
    /// Mostly none or one; the worst first.
    public var findings: [Finding]

    public init(_ probe: Probe, note: String? = nil, findings: [Finding] = []) {
        self.probe = probe
        self.note = note
        self.findings = findings.sorted { $0.severity > $1.severity }
        outcome =
            switch self.findings.first?.severity {
            case nil, .note: .passed
            case .warning: .warned
            case .error, .fatal: .failed
            }
    }

    public static func skipped(_ probe: Probe, note: String? = nil) -> Self {
        var result = Self(probe, note: note)
        result.outcome = .skipped
        return result
    }
}
