public import GitLabVocabulary

/// A project that a rule of a selection names, and why it is in or out.
public struct SelectedProject: Hashable, Sendable {
    public let id: ProjectID
    /// Full path.
    public let path: String
    /// The first rule that includes it.
    public let includedBy: ProjectRule
    /// The first rule that excludes it; `nil` when it is in.
    public let excludedBy: ProjectRule?

    public var isSelected: Bool { excludedBy == nil }
}
