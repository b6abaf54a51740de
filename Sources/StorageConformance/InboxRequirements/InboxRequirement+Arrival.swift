import Foundation
import MetricsCore
import MetricsStorage

extension InboxRequirement {
    static let arrival = [
        InboxRequirement("entry round trip", "an entry is handed out as it was kept") { makeInbox in
            let inbox = try await makeInbox()
            let nothing = try await inbox.claim(upTo: 9, perProject: 9, lease: 60, at: now)
            try require(nothing.isEmpty, "an empty inbox handed something out")
            let entries = [
                entry("full", subject: "merge_request/7", bytes: Data((0...255).map(UInt8.init))),
                entry("bare", project: nil, bytes: Data()),
                InboxEntry(
                    id: InboxEntry.ID("beta", "bare"), project: ProjectKey("beta", 1), kind: "odd kind '; --",
                    subject: "日本語/👩‍👩‍👧", receivedAt: .max, bytes: Data(repeating: 7, count: 300_000)),
                InboxEntry(
                    id: InboxEntry.ID("beta", "full"), project: ProjectKey("beta", 1), kind: "", subject: "",
                    receivedAt: 0, bytes: Data([0])),
            ]
            for entry in entries {
                let isNew = try await inbox.enqueue(entry, at: now)
                try require(isNew, "the new delivery \(entry.id) was taken for known")
            }
            let claims = try await inbox.claim(upTo: 9, perProject: 9, lease: 60, at: now)
            try require(
                Set(claims.map(\.entry)) == Set(entries) && claims.count == entries.count,
                "of \(entries.map(\.id)) were handed out, as they were, \(claims.map(\.entry.id))")
            try require(
                claims.allSatisfy { $0.attempt == 1 && $0.leaseEnd == now.advanced(bySeconds: 60) },
                "a first claim of 60 seconds was not said to be one")
        },
        InboxRequirement("known deliveries", "a delivery is kept once, in whatever state the first is") {
            makeInbox in
            let inbox = try await makeInbox()
            var changed = entry("a", subject: "issue/1")
            changed.bytes = Data("other".utf8)
            func requireKnown(_ state: String) async throws {
                let isNew = try await inbox.enqueue(changed, at: now)
                try require(!isNew, "a delivery that \(state) was taken for new")
            }
            try await inbox.enqueue(entry("a"), at: now)
            try await requireKnown("waits")
            let claim = try await onlyClaim(of: inbox)
            try require(claim.entry == entry("a"), "a second sending changed the first")
            try await requireKnown("is claimed")
            try await inbox.fail(claim, reason: "test", retryAt: now.advanced(bySeconds: 5), at: now)
            try await requireKnown("is delayed")
            let again = try await onlyClaim(of: inbox, at: now.advanced(bySeconds: 5))
            try await inbox.fail(again, reason: "test", retryAt: nil, at: now)
            try await requireKnown("is dead")
            try await inbox.replay(again.entry.id, at: now)
            try await requireKnown("is replayed")
            try await inbox.acknowledge(try await onlyClaim(of: inbox), at: now)
            try await requireKnown("was acknowledged")
        },
        InboxRequirement("different deliveries", "two deliveries of the same content are two entries") {
            makeInbox in
            let inbox = try await makeInbox()
            for name in ["a", "b", "A"] { try await inbox.enqueue(entry(name), at: now) }
            let other = InboxEntry(
                id: InboxEntry.ID("beta", "a"), project: project, kind: "push", subject: nil, receivedAt: 0,
                bytes: Data())
            try await inbox.enqueue(other, at: now)
            let claims = try await inbox.claim(upTo: 9, perProject: 9, lease: 60, at: now)
            try require(claims.count == 4, "of 4 deliveries \(claims.count) were kept")
        },
        InboxRequirement(
            "remembered deliveries", "what left the inbox is known for seven days, or until much else left"
        ) { makeInbox in
            let inbox = try await makeInbox()
            try await inbox.enqueue(entry("discarded"), at: now)
            try await inbox.fail(try await onlyClaim(of: inbox), reason: "test", retryAt: nil, at: now)
            try await inbox.discard(entry("discarded").id, at: now)
            for number in 0..<500 {
                try await inbox.enqueue(entry("\(number)"), at: now)
                try await inbox.acknowledge(try await onlyClaim(of: inbox), at: now)
            }
            let later = now.advanced(bySeconds: 7 * 86_400 - 1)
            for name in ["discarded", "0", "250", "499"] {
                let isNew = try await inbox.enqueue(entry(name), at: later)
                try require(!isNew, "the delivery \(name) was forgotten within seven days")
            }
        },
        InboxRequirement("concurrent arrival", "of the same delivery at the same time one is new") {
            makeInbox in
            let inbox = try await makeInbox()
            let new = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<10 {
                    for name in ["a", "b", "c"] {
                        group.addTask { try await inbox.enqueue(entry(name), at: now) }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            let held = try await inbox.counts(at: now).waiting
            try require(new == 3 && held == 3, "of 3 deliveries \(new) were new, and \(held) are held")
        },
    ]

    static let now = Instant(secondsSince1970: 1_000_000)
    static let project = ProjectKey("alpha", 1)

    static func entry(
        _ delivery: String, project: ProjectKey? = project, subject: String? = nil, bytes: Data = Data([1])
    ) -> InboxEntry {
        InboxEntry(
            id: InboxEntry.ID("alpha", delivery), project: project, kind: "note", subject: subject,
            receivedAt: now.secondsSince1970 * 1000, bytes: bytes)
    }

    /// Takes what waits, which is to be one entry.
    static func onlyClaim(of inbox: any DeliveryInbox, at now: Instant = now) async throws -> InboxClaim {
        let claims = try await inbox.claim(upTo: 9, perProject: 9, lease: 60, at: now)
        guard claims.count == 1, let claim = claims.first else {
            throw StorageViolation("of the one entry that may be claimed \(claims.count) were handed out")
        }
        return claim
    }

    /// The deliveries handed out, in that order.
    static func claimed(
        _ limit: Int = 99, of inbox: any DeliveryInbox, at now: Instant = now
    ) async throws -> [String] {
        try await inbox.claim(upTo: limit, perProject: 99, lease: 60, at: now).map(\.entry.id.delivery)
    }
}
