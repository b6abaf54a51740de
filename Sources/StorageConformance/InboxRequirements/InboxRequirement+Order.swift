import MetricsCore
import MetricsStorage

extension InboxRequirement {
    static let order = [
        InboxRequirement("order of arrival", "what has no subject is handed out as it came, all at a time") {
            makeInbox in
            let inbox = try await makeInbox()
            let names = (0..<20).map { "\(($0 * 7) % 20)" }
            for name in names { try await inbox.enqueue(entry(name), at: now) }
            let first = try await claimed(5, of: inbox)
            let rest = try await claimed(of: inbox)
            try require(first + rest == names, "\(names) were handed out as \(first + rest)")
        },
        InboxRequirement(
            "order of a subject", "entries of one subject are handed out one at a time, as they came"
        ) { makeInbox in
            let inbox = try await makeInbox()
            let names = ["c", "a", "d", "b"]
            for name in names { try await inbox.enqueue(entry(name, subject: "issue/1"), at: now) }
            for name in names {
                let claim = try await onlyClaim(of: inbox)
                try require(
                    claim.entry.id.delivery == name, "\(claim.entry.id.delivery) came in place of \(name)")
                let ahead = try await claimed(of: inbox)
                try require(ahead.isEmpty, "\(ahead) went ahead while \(name) was claimed")
                try await inbox.acknowledge(claim, at: now)
            }
        },
        InboxRequirement(
            "no overtaking", "a subject waits for its first entry's next attempt, but not for a dead one"
        ) { makeInbox in
            let inbox = try await makeInbox()
            for name in ["a", "b", "c"] {
                try await inbox.enqueue(entry(name, subject: "issue/1"), at: now)
            }
            let soon = now.advanced(bySeconds: 10)
            try await inbox.fail(try await onlyClaim(of: inbox), reason: "test", retryAt: soon, at: now)
            let early = try await claimed(of: inbox, at: soon.advanced(bySeconds: -1))
            try require(early.isEmpty, "\(early) overtook a delayed entry of their subject")
            let again = try await onlyClaim(of: inbox, at: soon)
            try require(again.entry.id.delivery == "a", "a delayed entry lost its place")
            try await inbox.fail(again, reason: "test", retryAt: nil, at: soon)
            let next = try await onlyClaim(of: inbox, at: soon)
            try require(next.entry.id.delivery == "b", "a dead entry held up its subject")
            try await inbox.release(next, at: soon)
            let released = try await onlyClaim(of: inbox, at: soon)
            try require(released.entry.id.delivery == "b", "a released entry lost its place")
        },
        InboxRequirement(
            "independent subjects", "subjects, projects and instances do not wait for each other"
        ) { makeInbox in
            let inbox = try await makeInbox()
            try await inbox.enqueue(entry("first", subject: "issue/1"), at: now)
            try await inbox.enqueue(entry("blocked", subject: "issue/1"), at: now)
            try await inbox.enqueue(entry("issue", subject: "issue/2"), at: now)
            try await inbox.enqueue(entry("none"), at: now)
            try await inbox.enqueue(
                entry("project", project: ProjectKey("alpha", 2), subject: "issue/1"), at: now)
            try await inbox.enqueue(entry("instance", project: nil, subject: "issue/1"), at: now)
            try await inbox.enqueue(
                InboxEntry(
                    id: InboxEntry.ID("beta", "beta"), project: ProjectKey("beta", 1), kind: "note",
                    subject: "issue/1", receivedAt: 0, bytes: entry("").bytes), at: now)
            let handedOut = try await claimed(of: inbox)
            let expected = ["first", "issue", "none", "project", "instance", "beta"]
            try require(
                Set(handedOut) == Set(expected) && handedOut.count == expected.count,
                "while one subject's second entry must wait, \(handedOut) were handed out")
        },
    ]
}
