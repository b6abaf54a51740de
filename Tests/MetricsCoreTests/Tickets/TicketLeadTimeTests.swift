import Foundation
import MetricsCore
import Testing

@Suite("Lead time of tickets")
struct TicketLeadTimeTests {
    private let hour = 3600
    private let day = History.day

    /// Two projects: ABC-1 worked on in both, ABC-2 merged only, ABC-3 open, ABC-4 committed only.
    private var histories: [History] {
        var app = History(project: 1)
        var library = History(project: 2)
        for (project, offset) in [(1, Int64(0)), (2, Int64(1000))] {
            var history = project == 1 ? app : library
            history.cover()
            history.environment(offset + 1, "production")
            history.deployment(offset + 1, to: offset + 1, finished: 0, carrying: [])
            if project == 1 { app = history } else { library = history }
        }
        app.mergeRequest(1, created: day, merged: 2 * day)
        app.texts(of: 1, title: "ABC-1 Use it")
        app.deployment(2, to: 1, finished: 3 * day, carrying: [1])
        library.mergeRequest(1001, created: 2 * hour, merged: 4 * hour)
        library.texts(of: 1001, title: "ABC-1 Make it")
        library.deployment(1002, to: 1001, finished: 5 * hour, carrying: [1001])
        app.mergeRequest(2, created: day, merged: 4 * day)
        app.texts(of: 2, title: "ABC-2, see !1")
        app.mergeRequest(3, created: 6 * day)
        app.texts(of: 3, title: "ABC-3")
        app.commit("a1", "ABC-4", authored: day)
        return [app, library]
    }

    private func value(_ metric: TicketLeadTime, days: Range<Int> = 0..<30) -> MetricValue {
        let facts = histories.map { $0.facts() }
        let period = histories[0].period(days: days)
        let timelines = facts.map { metric.linker.timelines(of: $0) }.reduce(TicketTimelines()) {
            $0.merging($1)
        }
        var coverage = Coverage()
        for facts in facts { coverage.merge(facts.coverage(of: metric.kinds, in: period)) }
        return metric.value(of: timelines, coverage: coverage, in: period)
    }

    @Test("A ticket runs from its first activity anywhere to its last deployment anywhere")
    func acrossProjects() {
        let value = value(TicketLeadTime())
        #expect(value.number == Double(3 * day - 2 * hour))
        #expect(Array(value.evidence.references) == [histories[0].mergeRequestReference(1)])
        #expect(Array(value.evidence.excluded(.notDeployedYet)) == [histories[0].mergeRequestReference(2)])
        #expect(Array(value.evidence.excluded(.pending)) == [histories[0].mergeRequestReference(3)])
        #expect(value.coverage.isComplete)
    }

    @Test("Up to the merge it needs no deployment")
    func toMerge() {
        let value = value(TicketLeadTime(TicketLeadTime.toMerge))
        #expect(value.evidence.sampleSize == 2)
        #expect(
            value.distribution?.max == Double(3 * day)
                && value.distribution?.min == Double(2 * day - 2 * hour))
    }

    @Test("Project by project a ticket counts in each")
    func byProject() {
        let value = TicketLeadTime().value(of: histories.map { $0.facts() }, in: histories[0].period())
        #expect(value.evidence.sampleSize == 2)
        #expect(value.distribution?.min == Double(3 * hour) && value.distribution?.max == Double(2 * day))
    }

    @Test("Another period has its own tickets, and none is no zero")
    func otherPeriod() {
        let value = value(TicketLeadTime(), days: 20..<30)
        #expect(value.number == nil && value.absence == .nothingHappened)
    }

    @Test("What ran backwards or for ever is left out")
    func implausible() {
        func timeline(_ began: Int64, _ merged: Int64) -> TicketTimelines {
            let ticket = TicketKey(.jira, "ABC-1")
            let link = TicketLink(ticket, histories[0].mergeRequestReference(1), source: .title)
            return TicketTimelines([
                TicketTimeline(
                    ticket,
                    mergeRequests: [
                        TicketActivity(
                            link, began: Instant(secondsSince1970: began),
                            merged: Instant(secondsSince1970: merged))
                    ])
            ])
        }
        let metric = TicketLeadTime(TicketLeadTime.toMerge)
        let at = History.start.secondsSince1970
        for (began, reason) in [
            (at + 9, ExclusionReason.backwards), (.max, .backwards), (.min, .implausible),
        ] {
            let value = metric.value(of: timeline(began, at), coverage: Coverage(), in: histories[0].period())
            #expect(value.evidence.excluded(reason).count == 1 && value.evidence.sampleSize == 0)
        }
    }

    @Test("Working time counts where the definition says so")
    func calendar() throws {
        let metric = TicketLeadTime().redefined { $0.calendar = .working(.standard(in: .gmt)) }
        let value = value(metric)
        #expect(try #require(value.number) < Double(3 * day - 2 * hour))
    }
}
