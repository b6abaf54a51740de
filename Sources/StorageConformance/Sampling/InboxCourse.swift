import Foundation
import MetricsCore
import MetricsStorage

/// A random walk through an inbox, with a model beside it that judges each answer.
struct InboxCourse {
    private var random: SplitMix64
    private let inbox: any DeliveryInbox
    private var model = InboxModel()
    private var now = InboxRequirement.now
    private var claims: [InboxClaim] = []
    private var deliveries = 0

    init(seed: UInt64, inbox: any DeliveryInbox) {
        random = SplitMix64(seed: seed)
        self.inbox = inbox
    }

    mutating func takeStep() async throws {
        switch Int.random(in: 0..<16, using: &random) {
        case 0..<5: try await enqueue()
        case 5..<8: try await claim(upTo: Int.random(in: 0...4, using: &random))
        case 8..<12: try await answer()
        case 12..<14: now = now.advanced(bySeconds: Int64.random(in: 0...40, using: &random))
        case 14: try await handleDeadLetter()
        default: try await compare()
        }
    }

    /// Processes all that is left, which the model must have come to the end of at the same time.
    mutating func finish() async throws {
        for _ in 0..<2_000 where model.counts(at: now).unprocessed > 0 {
            now = now.advanced(bySeconds: 40)
            try await claim(upTo: 9)
            while !claims.isEmpty { try await answer(acknowledging: true) }
        }
        try await compare()
        try require(model.counts(at: now).unprocessed == 0, "entries were never handed out")
    }

    private mutating func enqueue() async throws {
        let isKnown = deliveries > 0 && Int.random(in: 0..<5, using: &random) == 0
        if !isKnown { deliveries += 1 }
        let name = isKnown ? Int.random(in: 1...deliveries, using: &random) : deliveries
        let project = Int.random(in: 0..<4, using: &random)
        let subject = Int.random(in: 0..<4, using: &random)
        let entry = InboxRequirement.entry(
            "\(name)", project: project == 0 ? nil : ProjectKey("alpha", project),
            subject: subject == 0 ? nil : "issue/\(subject)")
        let isNew = try await inbox.enqueue(entry, at: now)
        try require(
            isNew == model.enqueue(entry), "\(entry.id) was wrongly taken for \(isNew ? "new" : "known")")
    }

    private mutating func claim(upTo limit: Int) async throws {
        let perProject = Int.random(in: 1...3, using: &random)
        let taken = try await inbox.claim(
            upTo: limit, perProject: perProject, lease: Int64.random(in: 1...60, using: &random), at: now)
        try require(taken.count <= limit, "\(taken.count) were handed out of \(limit) asked for")
        for claim in taken {
            let attempt = model.claim(claim, perProject: perProject, at: now)
            try require(
                attempt == claim.attempt,
                "\(claim.entry.id) was handed out as attempt \(claim.attempt), not \(attempt as Any)")
        }
        if taken.count < limit {
            let left = model.claimable(perProject: perProject, at: now)
            try require(left.isEmpty, "\(left) could be claimed and were not handed out")
        }
        claims += taken
    }

    /// Former claims are answered too: those whose entry somebody else has by now.
    private mutating func answer(acknowledging: Bool = false) async throws {
        guard let claim = claims.randomElement(using: &random) else { return }
        if acknowledging || Int.random(in: 0..<3, using: &random) > 0 { claims.removeAll { $0 == claim } }
        let expected = model.isGood(claim)
        let isGood: Bool
        switch acknowledging ? 0 : Int.random(in: 0..<5, using: &random) {
        case 0...1:
            isGood = try await inbox.acknowledge(claim, at: now)
            if expected { model.acknowledge(claim) }
        case 2:
            let retryAt = now.advanced(bySeconds: Int64.random(in: 0...60, using: &random))
            isGood = try await inbox.fail(claim, reason: "test", retryAt: retryAt, at: now)
            if expected { model.delay(claim, until: retryAt) }
        case 3:
            isGood = try await inbox.fail(claim, reason: "test", retryAt: nil, at: now)
            if expected { model.bury(claim) }
        default:
            isGood = try await inbox.release(claim, at: now)
            if expected { model.release(claim) }
        }
        try require(isGood == expected, "a claim of \(claim.entry.id) was said to be good: \(isGood)")
    }

    private mutating func handleDeadLetter() async throws {
        guard let id = model.dead.randomElement(using: &random) else { return }
        if Bool.random(using: &random) {
            let isDone = try await inbox.replay(id, at: now)
            try require(isDone, "\(id) was not replayed")
            model.replay(id)
        } else {
            let isDone = try await inbox.discard(id, at: now)
            try require(isDone, "\(id) was not discarded")
            model.discard(id)
        }
    }

    private func compare() async throws {
        let counts = try await inbox.counts(at: now)
        try require(counts == model.counts(at: now), "\(model.counts(at: now)) were counted as \(counts)")
        let due = try await inbox.nextDue(after: now)
        try require(due == model.nextDue(after: now), "the next due was \(due as Any)")
        let dead = try await inbox.deadLetters(after: nil, limit: .max)
        try require(dead.map(\.id) == model.dead, "the dead letters were \(dead.map(\.id))")
    }
}
