public import MetricsCore

/// Where verified deliveries wait between the answer to GitLab and their processing.
///
/// A delivery is claimed for a while (its lease), and then acknowledged or failed. A claim that outlives its lease is
/// given to the next who asks, so that a crash loses nothing; the answer to an old claim then changes nothing.
public protocol DeliveryInbox: Sendable {
    /// Keeps the entry unless its delivery was kept before, within what the inbox remembers.
    ///
    /// - Returns: whether it is new.
    @discardableResult
    func enqueue(_ entry: InboxEntry, at now: Instant) async throws(StorageError) -> Bool
}
