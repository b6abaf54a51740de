public import GitLabAPI

/// What became of the deliveries that one owner's hook missed.
public struct HookRecovery: Hashable, Sendable {
    /// `nil` where there is none, or none that the token may see.
    public var hook: Hook?
    /// How many had failed since the last look and had not arrived since; attempts at one sending count as one.
    public var failed = 0
    /// How many of those arrived when sent again.
    public var resent = 0
    /// What had to be read instead; `nil` when nothing was missed, or all of it arrived after all.
    public var missed: MissedWindow?
}

/// What a `DeliveryRecovery` did.
public struct RecoveryReport: Sendable {
    /// Owner by owner.
    public let hooks: [HookReport<HookRecovery>]
    /// How reading what was missed went; `nil` when nothing had to be read.
    public let backfill: BackfillOutcome?

    /// Whether nothing is missing any more.
    public var isComplete: Bool {
        hooks.allSatisfy { $0.error == nil } && backfill?.isCompleted ?? true
    }
}
