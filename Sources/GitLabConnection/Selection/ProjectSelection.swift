public import GitLabVocabulary

/// Which projects a connection reads: those that a rule includes and none excludes.
public struct ProjectSelection: Codable, Hashable, Sendable {
    public var included: [ProjectRule]
    /// Stronger than what includes.
    public var excluded: [ProjectRule]

    public init(_ included: [ProjectRule], excluding excluded: [ProjectRule] = []) {
        self.included = included
        self.excluded = excluded
    }

    /// Whether a rule includes it, be it excluded by another or not.
    func includes(_ project: ProjectID, path: String) -> Bool {
        included.contains { $0.matches(project, path: path) }
    }

    /// Whether it is to be read, going by its id and path alone.
    public func selects(_ project: ProjectID, path: String) -> Bool {
        includes(project, path: path) && !excluded.contains { $0.matches(project, path: path) }
    }
}
