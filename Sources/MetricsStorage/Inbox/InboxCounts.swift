/// How many entries an inbox holds, by what becomes of them next.
public struct InboxCounts: Hashable, Sendable {
    /// To be claimed: now, or once an earlier entry of the same subject is done.
    public var waiting: Int
    /// Failed, and to be tried again later.
    public var delayed: Int
    /// In somebody's hands, their lease not over.
    public var claimed: Int
    /// Given up.
    public var dead: Int

    public init(waiting: Int = 0, delayed: Int = 0, claimed: Int = 0, dead: Int = 0) {
        self.waiting = waiting
        self.delayed = delayed
        self.claimed = claimed
        self.dead = dead
    }

    /// What is still to be processed.
    public var unprocessed: Int { waiting + delayed + claimed }
}
