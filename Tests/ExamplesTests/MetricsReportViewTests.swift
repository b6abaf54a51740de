import Foundation
import Testing

/// What `metrics-report` shows when it is asked otherwise, on the embedded world.
@Suite("metrics-report, asked otherwise", .serialized)
struct MetricsReportViewTests {
    static let until = ["--until", "2026-03-01"]

    @Test(
        "It shows what is asked for",
        arguments: [
            (["--definition", "gitLab"], ["median of daily medians", "Tiers of gitlab: "]),
            (["--definition", "dora2023"], ["Deployment days", "Tiers of dora2023: "]),
            (["--team"], ["team: Analysts", "team: Builders", "team: Carriers"]),
            (["--by", "size", "--metrics", "time_to_merge"], ["size: M", "size: L"]),
            (["--calendar", "Mon-Fri 09:00-17:00 Europe/Berlin"], ["Time to merge"]),
            (["--compare", "previous"], ["30 days, and the 30 before", "moved"]),
            (["--every", "week", "--metrics", "all"], ["By week", "2026-W09", "Open review queue"]),
            (["--metrics", "all"], ["Flaky pipelines", "Time spent", "Releases"]),
            (["--explain", "!30"], ["!30", "Metrics", "time_to_merge"]),
        ])
    func views(_ options: [String], _ words: [String]) async throws {
        let result = try await MetricsReportTests.program.run(options + Self.until)
        #expect(result.exitCode == 0, "\(result.errors)")
        for word in words { #expect(result.output.contains(word), "\(word) in \(result.output)") }
        #expect(!result.output.contains("glpat-") && !result.errors.contains("glpat-"))
    }

    @Test(
        "What cannot be is refused in a line that says what can",
        arguments: [
            (["--definition", "mine"], ["dora2021", "gitLab", "standard"]),
            (["--calendar", "always"], ["Mon-Fri"]),
            (["--by", "mood"], ["label", "team"]), (["--compare", "next"], ["previous"]),
            (["--every", "blue moon"], ["day", "month", "week"]),
            (["--explain", "42"], ["!42", "deployment:7"]),
            (["--metrics", "happiness"], ["happiness", "Documentation/Metrics.md"]),
            (["--roster", "/nowhere/people.csv"], ["/nowhere/people.csv cannot be read"]),
            (["--explain", "!99999"], ["nothing of that name"]),
        ])
    func refusals(_ options: [String], _ words: [String]) async throws {
        let result = try await MetricsReportTests.program.run(options + Self.until)
        MetricsReportTests.expectOneLine(result, code: 2, saying: words)
    }

    @Test("A roster from a file says who is in which team, and its bad lines are told")
    func roster() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "roster-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("person,username,team\nada,ada,Engine\n,nobody,Engine\n".utf8).write(to: file)
        let result = try await MetricsReportTests.program.run(
            ["--team", "--metrics", "time_to_merge", "--roster", file.path] + Self.until)
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.output.contains("team: Engine"))
        #expect(result.errors.contains("line 3: no person"))
    }
}
