/// The moments of a merge request's life that need not have come, eight bytes each.
struct MergeRequestMoments: Hashable, Sendable {
    @PackedInstant var firstCommit: Instant?
    @PackedInstant var ready: Instant?
    @PackedInstant var firstReview: Instant?
    @PackedInstant var approved: Instant?
    @PackedInstant var fullyApproved: Instant?
    @PackedInstant var merged: Instant?
    @PackedInstant var closed: Instant?
    @PackedInstant var deployed: Instant?
}
