public import GitLabAPI
public import GitLabVocabulary

/// What `HookRegistrar.ensure` did about the hook of one owner.
public struct HookChange: Hashable, Sendable {
    /// What a hook can differ in from what is wished.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case triggers
        /// GitLab tells whether there is one from 19.0 on, and never which; that it is ours, our own state tells.
        case token
        case signingToken
        case verifiesTLS
        case name
        /// Somebody had it sent for some branches only.
        case branchFilter
    }

    public enum Action: Hashable, Sendable {
        case created
        /// It differed in these.
        case updated(Set<Field>)
        case unchanged
    }

    /// As it is now.
    public let hook: Hook
    public let action: Action
    /// Further hooks that led to the same URL, and would have sent everything twice.
    public let removedDuplicates: [HookID]
}
