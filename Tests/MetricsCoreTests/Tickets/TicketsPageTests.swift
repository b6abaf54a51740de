import Foundation
import MetricsCore
import Testing

@Suite("The page of tickets")
struct TicketsPageTests {
    private func scanner() throws -> TicketScanner {
        var scanner = TicketScanner(
            trackers: [.linear, .jira, .gitLabIssue],
            prefixes: [.linear: ["ENG"], .jira: ["ABC", "OPS"]],
            linkTemplates: [.jira: "https://jira.example.com/browse/{key}"],
            pattern: try TicketPattern(#"\bCASE \d+\b"#, tracker: "desk"))
        scanner.stopList.insert("LIB")
        let keys = scanner.scan("ABC-123 Mend the lamp, see CASE 7", in: .title)
        let address = scanner.url(of: TicketKey(.jira, "ABC-123"))
        #expect(keys == [TicketKey(.jira, "ABC-123"), TicketKey("desk", "CASE 7")])
        #expect(address?.absoluteString == "https://jira.example.com/browse/ABC-123")
        return scanner
    }

    @Test("Its example is what happens: two projects, one ticket, three days")
    func example() throws {
        let scanner = try scanner()
        let day = History.day
        var library = History(project: 1)
        library.cover()
        library.environment(1, "production")
        library.deployment(1, finished: 0, carrying: [])
        library.commit("a1", "ABC-1 Begin", authored: 0)
        library.mergeRequest(1, created: 60, merged: 120)
        library.commits(of: 1, ["a1"])
        library.deployment(2, finished: day, carrying: [1])
        var app = History(project: 2)
        app.cover()
        app.environment(2, "production")
        app.deployment(3, to: 2, finished: 0, carrying: [])
        app.mergeRequest(2, created: day, merged: 2 * day)
        app.texts(of: 2, title: "ABC-1 Go on")
        app.deployment(4, to: 2, finished: 3 * day, carrying: [2])
        let projects = [library.facts(), app.facts()]
        let now = app.at(10 * day)
        var coverage = Coverage()
        for facts in projects {
            coverage.merge(
                facts.coverage(
                    of: TicketLeadTime().kinds, in: ReportPeriod(days: 1, endingAt: now, timeZone: .gmt)))
        }

        let linker = TicketLinker(scanner)
        var timelines = TicketTimelines()
        for facts in projects { timelines.merge(linker.timelines(of: facts)) }
        let period = ReportPeriod(days: 30, endingAt: now, timeZone: .gmt)
        let value = TicketLeadTime(linker: linker).value(of: timelines, coverage: coverage, in: period)
        let timeline = timelines[TicketKey(.jira, "ABC-1")]

        #expect(value.number == Double(3 * day))
        #expect(timeline?.deployments.count == 2)
        #expect(timeline?.links.map(\.confidence) == [.likely, .likely, .likely])
    }

    @Test("Each false key of its table is none, each form is found")
    func tables() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "Documentation/Tickets.md"), encoding: .utf8)
        let parts = page.components(separatedBy: "\n## ")
        let none = try #require(parts.first { $0.hasPrefix("What is not") })
        let rows = none.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.count == 9)
        for row in rows {
            let isOfBranches = row.contains("branches:")
            for text in row.split(separator: "|")[0].matches(of: /`([^`]+)`/).map({ String($0.output.1) }) {
                #expect(
                    TicketScanner.standard.scan(text, in: isOfBranches ? .branch : .commitMessage).isEmpty,
                    "\(text)")
            }
        }
        let found = try #require(parts.first { $0.hasPrefix("What is found") })
        for row in found.split(separator: "\n").filter({ $0.hasPrefix("| ") }).dropFirst().prefix(6) {
            let cells = row.split(separator: "|").map {
                $0.matches(of: /`([^`…_?]{3,})`/).map { String($0.output.1) }
            }
            for text in cells[1] {
                #expect(!TicketScanner.standard.scan(text, in: .title).isEmpty, "\(text)")
            }
            for text in cells[2] {
                #expect(!TicketScanner.standard.scan(text, in: .branch).isEmpty, "\(text)")
            }
        }
    }
}
