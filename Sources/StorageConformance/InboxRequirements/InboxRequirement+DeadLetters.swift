import MetricsCore
import MetricsStorage

extension InboxRequirement {
    static let deadLetters = [
        InboxRequirement("dead letters", "what is given up is kept, told page by page, and not handed out") {
            makeInbox in
            let inbox = try await filledWithDead(["d", "a", "c", "b"], makeInbox)
            let handedOut = try await claimed(of: inbox, at: .distantFuture)
            try require(handedOut.isEmpty, "dead letters were handed out")
            let letter = try await inbox.deadLetter(entry("a").id)
            let expected = DeadLetter(
                entry: entry("a", subject: "issue/1"), attempts: 1, reason: "because of a", diedAt: now)
            try require(letter == expected, "a dead letter was \(letter as Any)")
            let unknown = try await inbox.deadLetter(entry("x").id)
            try require(unknown == nil, "a dead letter nobody kept was found")
            var pages: [[String]] = []
            var last: InboxEntry.ID?
            repeat {
                let page = try await inbox.deadLetters(after: last, limit: 3)
                pages.append(page.map(\.id.delivery))
                last = page.last?.id
            } while last != nil && pages.count < 9
            try require(pages == [["a", "b", "c"], ["d"], []], "the pages of four were \(pages)")
        },
        InboxRequirement("replay", "a replayed letter waits as if it had just come") { makeInbox in
            let inbox = try await filledWithDead(["a", "b"], makeInbox)
            try await inbox.enqueue(entry("c", subject: "issue/1"), at: now)
            let isReplayed = try await inbox.replay(entry("a").id, at: now)
            try require(isReplayed, "a dead letter could not be replayed")
            let twice = try await inbox.replay(entry("a").id, at: now)
            try require(!twice, "a letter was replayed twice")
            let unknown = try await inbox.replay(entry("c").id, at: now)
            try require(!unknown, "what is not dead was replayed")
            let left = try await inbox.deadLetters(after: nil, limit: 9).map(\.id.delivery)
            try require(left == ["b"], "after the replay of one of two, the dead letters were \(left)")
            for name in ["c", "a"] {
                let claim = try await onlyClaim(of: inbox)
                try require(
                    claim.entry == entry(name, subject: "issue/1"),
                    "\(claim.entry.id.delivery) came in place of \(name)")
                try require(claim.attempt == 1, "a replayed letter began at attempt \(claim.attempt)")
                try await inbox.acknowledge(claim, at: now)
            }
        },
        InboxRequirement("discard", "a discarded letter is gone, and nothing else is discarded") {
            makeInbox in
            let inbox = try await filledWithDead(["a", "b"], makeInbox)
            try await inbox.enqueue(entry("c"), at: now)
            let isDiscarded = try await inbox.discard(entry("a").id, at: now)
            try require(isDiscarded, "a dead letter could not be discarded")
            let twice = try await inbox.discard(entry("a").id, at: now)
            try require(!twice, "a letter was discarded twice")
            let waiting = try await inbox.discard(entry("c").id, at: now)
            try require(!waiting, "what is not dead was discarded")
            let counts = try await inbox.counts(at: now)
            try require(counts == InboxCounts(waiting: 1, dead: 1), "after it: \(counts)")
            let isReplayed = try await inbox.replay(entry("a").id, at: now)
            try require(!isReplayed, "a discarded letter was replayed")
        },
    ]

    /// An inbox in which these deliveries of one subject are dead.
    private static func filledWithDead(
        _ names: [String], _ makeInbox: Factory
    ) async throws -> any DeliveryInbox {
        let inbox = try await makeInbox()
        for name in names {
            try await inbox.enqueue(entry(name, subject: "issue/1"), at: now)
            try await inbox.fail(
                try await onlyClaim(of: inbox), reason: "because of \(name)", retryAt: nil, at: now)
        }
        return inbox
    }
}
