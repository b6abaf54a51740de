import MetricsCore
import MetricsStorage

extension InboxRequirement {
    static let sharing = [
        InboxRequirement("limit", "a claim takes as many as asked for, and none for nothing") { makeInbox in
            let inbox = try await makeInbox()
            for number in 0..<10 { try await inbox.enqueue(entry("\(number)"), at: now) }
            for (limit, expected) in [(0, 0), (-1, 0), (3, 3), (100, 7)] {
                let count = try await claimed(limit, of: inbox).count
                try require(count == expected, "\(limit) asked for, \(count) handed out, not \(expected)")
            }
        },
        InboxRequirement("limit of a project", "no project has more claims at a time than it may") {
            makeInbox in
            let inbox = try await makeInbox()
            for number in 0..<6 {
                try await inbox.enqueue(entry("\(number)"), at: now)
                try await inbox.enqueue(entry("instance \(number)", project: nil), at: now)
            }
            func take(_ perProject: Int, at now: Instant = now) async throws -> [InboxClaim] {
                try await inbox.claim(upTo: 99, perProject: perProject, lease: 60, at: now)
            }
            let first = try await take(2)
            try require(
                first.count { $0.entry.project != nil } == 2 && first.count == 4,
                "of two lanes with at most 2 claims each \(first.count) were handed out")
            let more = try await take(2)
            try require(more.isEmpty, "claims of before did not count")
            if let claim = first.first { try await inbox.acknowledge(claim, at: now) }
            let next = try await take(2)
            try require(next.count == 1, "an acknowledged claim made room for \(next.count)")
            let wider = try await take(3)
            try require(wider.count == 2, "one more each was allowed, \(wider.count) were handed out")
            let later = try await take(2, at: now.advanced(bySeconds: 60))
            try require(later.count == 4, "leases that were over still counted")
        },
        InboxRequirement("fairness", "a project with much waiting does not keep others waiting") {
            makeInbox in
            let inbox = try await makeInbox()
            let names = ["loud", "b", "c", "d"]
            for (number, name) in names.enumerated() {
                for turn in 0..<(number == 0 ? 40 : 3) {
                    let project = ProjectKey("alpha", number + 1)
                    try await inbox.enqueue(entry("\(name) \(turn)", project: project), at: now)
                }
            }
            let together = try await inbox.claim(upTo: 4, perProject: 9, lease: 60, at: now)
            try require(
                Set(together.map(\.entry.project)).count == 4,
                "of 4 projects, a claim of 4 served \(Set(together.map(\.entry.project)).count)")
            let second = try await inbox.claim(upTo: 4, perProject: 9, lease: 60, at: now)
            try require(
                Set(second.map(\.entry.project)).count == 4,
                "a second claim of 4 served \(Set(second.map(\.entry.project)).count) of 4 projects")
            for claim in together + second { try await inbox.acknowledge(claim, at: now) }
            var served: Set<ProjectKey?> = []
            for _ in 0..<4 {
                for claim in try await inbox.claim(upTo: 1, perProject: 9, lease: 60, at: now) {
                    served.insert(claim.entry.project)
                    try await inbox.acknowledge(claim, at: now)
                }
            }
            try require(
                served.count == 4, "of 4 projects, one claim after the other served \(served.count) in 4")
        },
        InboxRequirement("concurrent claims", "no entry is handed out to two at a time") { makeInbox in
            let inbox = try await makeInbox()
            for number in 0..<120 {
                let subject = number.isMultiple(of: 2) ? "issue/\(number % 20)" : nil
                let project = ProjectKey("alpha", number % 3)
                try await inbox.enqueue(entry("\(number)", project: project, subject: subject), at: now)
            }
            let claims = try await withThrowingTaskGroup(of: [InboxClaim].self) { group in
                for _ in 0..<20 {
                    group.addTask { try await inbox.claim(upTo: 9, perProject: 25, lease: 60, at: now) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            try require(
                Set(claims.map(\.entry.id)).count == claims.count
                    && Set(claims.map(\.token)).count == claims.count,
                "an entry or a token was handed out twice")
            let subjects = claims.compactMap { claim in
                claim.entry.subject.map { "\(claim.entry.project?.description ?? "") \($0)" }
            }
            try require(Set(subjects).count == subjects.count, "two entries of a subject were handed out")
            let counts = Dictionary(grouping: claims, by: \.entry.project).mapValues(\.count)
            try require(counts.values.allSatisfy { $0 == 25 }, "25 each allowed, handed out \(counts)")
        },
    ]
}
