public import MetricsCore

/// Where verified deliveries wait between the answer to GitLab and their processing.
///
/// An entry *waits* until it is *claimed* for a while (its lease). Then it is acknowledged and gone, or fails and
/// is *delayed* until its next attempt, or *dead*. A claim whose lease is over may be given to the next who asks, so
/// that a crash loses nothing; a claim is good until then, and the answer to a former one changes nothing.
///
/// Entries of one project (those without one: of one instance) with the same subject are handed out in the order
/// of their arrival, one at a time: none before an earlier one is acknowledged, dead or discarded.
///
/// Every call happens wholly or not at all, whoever calls at the same time. `InboxRequirement.all` holds an inbox to
/// all of this.
public protocol DeliveryInbox: Sendable {
    /// Keeps the entry unless its delivery is known: it is held, or it was acknowledged or discarded and is still
    /// remembered, which it is for seven days or until 100,000 others were. Whatever else the entry says, the first
    /// stands.
    ///
    /// - Returns: whether it is new.
    /// - Throws: `StorageError` with `.full` when the inbox holds as much as it may.
    @discardableResult
    func enqueue(_ entry: InboxEntry, at now: Instant) async throws(StorageError) -> Bool

    /// Takes what may be worked on now: waiting entries and those whose delay or lease is over, the next always from
    /// the project with the fewest claims, among those from the one that was served the longest ago.
    ///
    /// - Parameters:
    ///   - limit: how many at most.
    ///   - perProject: how many claims one project may have at a time, earlier ones included.
    ///   - lease: for how many seconds they are nobody else's.
    /// - Returns: fewer than `limit` only when no more may be taken.
    func claim(
        upTo limit: Int, perProject: Int, lease: Int64, at now: Instant
    ) async throws(StorageError) -> [InboxClaim]

    /// Ends the claim: the entry is processed and leaves the inbox.
    ///
    /// - Returns: whether the claim was still good.
    @discardableResult
    func acknowledge(_ claim: InboxClaim, at now: Instant) async throws(StorageError) -> Bool

    /// Ends the claim: the entry was not processed.
    ///
    /// - Parameters:
    ///   - reason: for the dead letter; nothing of the delivery's content.
    ///   - retryAt: from when on it may be claimed again; `nil` gives it up.
    /// - Returns: whether the claim was still good.
    @discardableResult
    func fail(
        _ claim: InboxClaim, reason: String, retryAt: Instant?, at now: Instant
    ) async throws(StorageError) -> Bool

    /// Ends the claim as if it had never been made: the entry waits at its place, and the attempt does not count.
    ///
    /// - Returns: whether the claim was still good.
    @discardableResult
    func release(_ claim: InboxClaim, at now: Instant) async throws(StorageError) -> Bool

    /// How many entries are in which state.
    func counts(at now: Instant) async throws(StorageError) -> InboxCounts

    /// The next instant after `now` at which a delay or a lease ends; `nil` when there is none. What may be claimed
    /// already is not considered.
    func nextDue(after now: Instant) async throws(StorageError) -> Instant?

    /// Dead letters ordered by their ids.
    ///
    /// - Parameters:
    ///   - last: only those after it: the last of the page before; `nil` for the first page.
    ///   - limit: how many at most.
    func deadLetters(after last: InboxEntry.ID?, limit: Int) async throws(StorageError) -> [DeadLetter]

    /// The dead letter of that id; `nil` when there is none.
    func deadLetter(_ id: InboxEntry.ID) async throws(StorageError) -> DeadLetter?

    /// Lets a dead letter wait again as if it arrived now, its attempts forgotten.
    ///
    /// - Returns: whether there was one.
    @discardableResult
    func replay(_ id: InboxEntry.ID, at now: Instant) async throws(StorageError) -> Bool

    /// Throws a dead letter away. Its delivery stays known.
    ///
    /// - Returns: whether there was one.
    @discardableResult
    func discard(_ id: InboxEntry.ID, at now: Instant) async throws(StorageError) -> Bool
}
