import Foundation
import MetricsCore
import Testing

@Suite("Laws of timelines")
struct TicketTimelineLawTests {
    private static let tickets = [TicketKey(.jira, "ABC-1"), TicketKey(.gitLabIssue, "#1", project: "a/b")]

    private static func instant(_ random: inout PseudoRandom) -> Instant {
        Instant(
            secondsSince1970: Int.random(in: 0..<20, using: &random) == 0
                ? [Int64.min, .max].randomElement(using: &random) ?? 0
                : Int64.random(in: 0...9, using: &random))
    }

    private static func timelines(_ random: inout PseudoRandom) -> TicketTimelines {
        func maybe(_ random: inout PseudoRandom) -> Instant? {
            Bool.random(using: &random) ? instant(&random) : nil
        }
        return TicketTimelines(
            (0..<Int.random(in: 0...3, using: &random)).map { _ in
                let ticket = tickets.randomElement(using: &random) ?? TicketKey(.jira, "ABC-1")
                func activities(_ kind: RecordKind, _ random: inout PseudoRandom) -> [TicketActivity] {
                    (0..<Int.random(in: 0...3, using: &random)).map { _ in
                        TicketActivity(
                            TicketLink(
                                ticket,
                                RecordReference(
                                    kind: kind, instance: "alpha",
                                    id: String(Int.random(in: 1...3, using: &random))),
                                source: TicketSource.allCases.randomElement(using: &random) ?? .title,
                                isClosing: Bool.random(using: &random)),
                            began: instant(&random), merged: maybe(&random), deployed: maybe(&random),
                            isOpen: Bool.random(using: &random))
                    }
                }
                let delivery = TicketDelivery(
                    RecordReference(kind: .deployment, instance: "alpha", id: "1"), at: instant(&random))
                let issue = TicketIssue(
                    RecordReference(kind: .issue, instance: "alpha", id: "1"), created: instant(&random),
                    closed: maybe(&random))
                return TicketTimeline(
                    ticket, issues: [issue], mergeRequests: activities(.mergeRequest, &random),
                    commits: activities(.commit, &random), deployments: [delivery], releases: [delivery])
            })
    }

    @Test(
        "They merge associatively, commutatively and idempotently, and none changes nothing", arguments: seeds
    )
    func merging(seed: UInt64) throws {
        var random = PseudoRandom(seed: seed)
        for _ in 0..<10 {
            let (a, b, c) = (Self.timelines(&random), Self.timelines(&random), Self.timelines(&random))
            #expect(a.merging(b) == b.merging(a))
            #expect(a.merging(b).merging(c) == a.merging(b.merging(c)))
            #expect(a.merging(a) == a && a.merging(b).merging(b) == a.merging(b))
            #expect(a.merging(TicketTimelines()) == a && TicketTimelines().merging(a) == a)
            let stored = try JSONEncoder().encode(a.merging(c))
            #expect(try JSONDecoder().decode(TicketTimelines.self, from: stored) == a.merging(c))
        }
    }

    @Test("A span is never negative, and none is invented at the ends of time", arguments: seeds)
    func spans(seed: UInt64) {
        var random = PseudoRandom(seed: seed)
        for timeline in Self.timelines(&random) {
            for end in Moment.allCases {
                for start in Moment.allCases {
                    guard let seconds = timeline.seconds(from: start, to: end) else { continue }
                    #expect(
                        seconds >= 0 && timeline.instant(of: start) != nil && timeline.instant(of: end) != nil
                    )
                }
            }
        }
    }

    /// Random histories whose merge requests name a few tickets.
    static func histories(_ seed: UInt64) -> [History] {
        var random = PseudoRandom(seed: seed)
        return (1...3).map { project in
            var history = History.random(project: Int64(project), using: &random)
            for id in history.records[history.project].mergeRequests.map(\.id.id).sorted() {
                history.texts(
                    of: id, title: "ABC-\(Int.random(in: 1...5, using: &random)) Fix",
                    branch: "topic/abc-\(Int.random(in: 1...5, using: &random))",
                    description: "Closes ABC-\(Int.random(in: 1...9, using: &random))")
            }
            return history
        }
    }

    @Test("What the linker finds is what the records say, counted one by one", arguments: seeds)
    func oracle(seed: UInt64) {
        let histories = Self.histories(seed)
        let all = histories.map { TicketLinker().timelines(of: $0.facts()) }.reduce(TicketTimelines()) {
            $0.merging($1)
        }
        for number in 1...9 {
            let key = "ABC-\(number)"
            let timeline = all[TicketKey(.jira, key)]
            let named = histories.flatMap { history in
                history.facts().mergeRequests.filter { timeline in
                    let record = history.records[history.project].mergeRequests[
                        MergeRequestKey(history.project.instance, timeline.id)]
                    let summary = record?.summary?.value
                    return summary?.title.hasPrefix(key + " ") == true
                        || summary?.sourceBranch.uppercased().hasSuffix("/" + key) == true
                        || record?.tickets?.value.contains { $0.ticket.text == key } == true
                }
            }
            #expect(timeline?.mergeRequests.count ?? 0 == named.count)
            #expect(timeline?.firstActivity == named.map(\.created).min())
            let isOpen = named.contains { $0.traits.contains(.open) }
            #expect(timeline?.merged == (isOpen ? nil : named.compactMap(\.merged).max()))
            let landed = named.filter { $0.merged != nil }
            let isDeployed = !isOpen && landed.allSatisfy { $0.deployed != nil }
            #expect(timeline?.deployed == (isDeployed ? landed.compactMap(\.deployed).max() : nil))
        }
    }

    @Test("The order of projects and records does not matter", arguments: seeds.prefix(10))
    func order(seed: UInt64) {
        var random = PseudoRandom(seed: seed)
        let histories = Self.histories(seed)
        func merged(_ facts: [ProjectFacts]) -> TicketTimelines {
            facts.map { TicketLinker().timelines(of: $0) }.reduce(TicketTimelines()) { $0.merging($1) }
        }
        let shuffled = histories.map {
            ProjectFacts(of: $0.project, $0.records[$0.project].shuffled(using: &random))
        }.shuffled(using: &random)
        #expect(merged(shuffled) == merged(histories.map { $0.facts() }))
    }
}
