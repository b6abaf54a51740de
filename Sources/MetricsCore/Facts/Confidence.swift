/// How sure it is that a deployment carried a merge request, or that it failed (Documentation/Linking.md).
public enum Confidence: Hashable, Comparable, Sendable, CaseIterable {
    /// By time alone: nothing in the records says so.
    case guess
    /// The history says so, but can be read otherwise.
    case likely
    /// GitLab or somebody states it.
    case certain
}
