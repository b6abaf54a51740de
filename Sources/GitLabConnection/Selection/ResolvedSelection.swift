public import GitLabAPI

/// What a selection led to when it was resolved.
public struct ResolvedSelection: Hashable, Sendable {
    /// By id, each once, those excluded too.
    public let projects: [SelectedProject]
    /// Rules that led nowhere: missing or hidden from the token.
    public let unresolved: [ProjectRule: GitLabError]

    public var selected: [SelectedProject] { projects.filter(\.isSelected) }
}
