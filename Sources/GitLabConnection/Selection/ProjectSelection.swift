/// Which projects a connection reads: those that a rule includes and none excludes.
public struct ProjectSelection: Codable, Hashable, Sendable {
    public var included: [ProjectRule]
    /// Stronger than what includes.
    public var excluded: [ProjectRule]

    public init(_ included: [ProjectRule], excluding excluded: [ProjectRule] = []) {
        self.included = included
        self.excluded = excluded
    }
}
