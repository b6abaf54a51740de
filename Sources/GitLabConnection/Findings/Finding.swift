/// One thing a check or a diagnosis found: what it is, how bad, what to do, and what shows it. Never holds a token.
public struct Finding: Codable, Hashable, Sendable {
    public enum Severity: String, Codable, Hashable, Sendable, CaseIterable, Comparable {
        /// Worth knowing, nothing is wrong.
        case note
        /// Works, but not all of it, or not for long.
        case warning
        /// Something that was asked for does not work.
        case error
        /// Nothing works.
        case fatal

        public static func < (left: Self, right: Self) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    public var code: Code
    public var severity: Severity
    /// One sentence for people.
    public var message: String
    /// What to do about it, in one sentence.
    public var remedy: String
    /// The exchange that showed it; `nil` for what was seen without asking GitLab.
    public var evidence: Evidence?
    /// What may be behind it where GitLab answers alike, the likeliest first; empty where the code says it.
    public var causes: [Cause]

    /// - Parameter remedy: by default the one that goes with the code.
    public init(
        _ code: Code, _ severity: Severity, _ message: String, remedy: String? = nil,
        evidence: Evidence? = nil,
        causes: [Cause] = []
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.remedy = remedy ?? code.remedy
        self.evidence = evidence
        self.causes = causes
    }
}
