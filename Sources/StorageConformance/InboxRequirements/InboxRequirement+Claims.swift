import MetricsCore
import MetricsStorage

extension InboxRequirement {
    static let claims = [
        InboxRequirement("leases", "what nobody answered is handed out again when its lease is over") {
            makeInbox in
            let inbox = try await makeInbox()
            try await inbox.enqueue(entry("a", subject: "issue/1"), at: now)
            let first = try await onlyClaim(of: inbox)
            let early = try await claimed(of: inbox, at: now.advanced(bySeconds: 59))
            try require(early.isEmpty, "an entry was handed out again a second before its lease ended")
            let second = try await onlyClaim(of: inbox, at: now.advanced(bySeconds: 60))
            try require(second.entry == first.entry, "another entry came back")
            try require(second.attempt == 2, "the second claim was said to be attempt \(second.attempt)")
            try require(second.token != first.token, "two claims had the same token")
            let third = try await onlyClaim(of: inbox, at: now.advanced(bySeconds: 120))
            try require(third.attempt == 3, "the third claim was said to be attempt \(third.attempt)")
        },
        InboxRequirement("former claims", "the answer to a claim that is no longer good changes nothing") {
            makeInbox in
            let later = now.advanced(bySeconds: 60)
            let inbox = try await makeInbox()
            try await inbox.enqueue(entry("a", subject: "issue/1"), at: now)
            let former = try await onlyClaim(of: inbox)
            let current = try await onlyClaim(of: inbox, at: later)
            let answers = [
                try await inbox.acknowledge(former, at: later),
                try await inbox.fail(former, reason: "test", retryAt: later, at: later),
                try await inbox.fail(former, reason: "test", retryAt: nil, at: later),
                try await inbox.release(former, at: later),
            ]
            try require(answers == [false, false, false, false], "a former claim was said to be good")
            let counts = try await inbox.counts(at: later)
            try require(counts == InboxCounts(claimed: 1), "a former claim's answer left \(counts)")
            let isGood = try await inbox.acknowledge(current, at: later)
            try require(isGood, "a good claim was said to be none")
            let twice = try await inbox.acknowledge(current, at: later)
            try require(!twice, "a claim was acknowledged twice")
        },
        InboxRequirement("late answers", "a claim is good after its lease until another has the entry") {
            makeInbox in
            let late = now.advanced(bySeconds: 600)
            let inbox = try await makeInbox()
            for name in ["a", "b"] { try await inbox.enqueue(entry(name, subject: "issue/1"), at: now) }
            let first = try await onlyClaim(of: inbox)
            _ = try await inbox.counts(at: late)
            let isGood = try await inbox.acknowledge(first, at: late)
            try require(isGood, "a late acknowledgement was refused although nobody else had the entry")
            let second = try await onlyClaim(of: inbox, at: late)
            try require(second.entry.id.delivery == "b", "what was acknowledged late came back")
        },
        InboxRequirement("attempts", "each attempt is counted, and what was given back is none") {
            makeInbox in
            let inbox = try await makeInbox()
            try await inbox.enqueue(entry("a"), at: now)
            let first = try await onlyClaim(of: inbox)
            let soon = now.advanced(bySeconds: 10)
            let isGood = try await inbox.fail(first, reason: "test", retryAt: soon, at: now)
            try require(isGood, "a good claim could not fail")
            let early = try await claimed(of: inbox, at: soon.advanced(bySeconds: -1))
            try require(early.isEmpty, "an entry was handed out a second before its next attempt")
            let second = try await onlyClaim(of: inbox, at: soon)
            try require(second.attempt == 2, "the second attempt was numbered \(second.attempt)")
            let isReleased = try await inbox.release(second, at: soon)
            try require(isReleased, "a good claim could not be released")
            let third = try await onlyClaim(of: inbox, at: soon)
            try require(third.attempt == 2, "after a release, attempt 2 was numbered \(third.attempt)")
        },
        InboxRequirement("counts", "an entry counts once, where it is at that instant") { makeInbox in
            let inbox = try await makeInbox()
            for number in 0..<10 { try await inbox.enqueue(entry("\(number)"), at: now) }
            let claims = try await inbox.claim(upTo: 6, perProject: 9, lease: 60, at: now)
            let soon = now.advanced(bySeconds: 10)
            try await inbox.acknowledge(claims[0], at: now)
            try await inbox.fail(claims[1], reason: "test", retryAt: soon, at: now)
            try await inbox.fail(claims[2], reason: "test", retryAt: nil, at: now)
            try await inbox.release(claims[3], at: now)
            let counts = try await inbox.counts(at: now)
            let expected = InboxCounts(waiting: 5, delayed: 1, claimed: 2, dead: 1)
            try require(counts == expected, "\(expected) were counted as \(counts)")
            let afterDelay = try await inbox.counts(at: soon)
            try require(
                afterDelay == InboxCounts(waiting: 6, claimed: 2, dead: 1),
                "after the delay: \(afterDelay)")
            let afterLease = try await inbox.counts(at: now.advanced(bySeconds: 60))
            try require(
                afterLease == InboxCounts(waiting: 8, dead: 1), "after the lease: \(afterLease)")
        },
        InboxRequirement("next due", "the next end of a delay or lease is told") { makeInbox in
            let inbox = try await makeInbox()
            for number in 0..<3 { try await inbox.enqueue(entry("\(number)"), at: now) }
            func requireDue(_ expected: Int64?, after seconds: Int64 = 0, _ state: String) async throws {
                let due = try await inbox.nextDue(after: now.advanced(bySeconds: seconds))
                try require(due == expected.map(now.advanced(bySeconds:)), "\(state): \(due as Any)")
            }
            try await requireDue(nil, "with entries that only wait")
            let claims = try await inbox.claim(upTo: 2, perProject: 9, lease: 60, at: now)
            try await requireDue(60, "with a lease of 60 seconds")
            try await inbox.fail(claims[0], reason: "test", retryAt: now.advanced(bySeconds: 10), at: now)
            try await requireDue(10, "with a delay of 10 seconds before")
            try await requireDue(60, after: 10, "when the delay is over")
            try await inbox.acknowledge(claims[1], at: now)
            try await requireDue(nil, after: 10, "with nothing claimed or delayed")
        },
    ]
}
