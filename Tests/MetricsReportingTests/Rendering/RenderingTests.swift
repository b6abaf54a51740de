import Foundation
import MetricsCore
import MetricsReporting
import Testing

@Suite("Renderings of a report")
struct RenderingTests {
    static func report() async throws -> MetricsReport {
        try await MetricsReporter(storage: SampleStore.storage()).report(for: SampleStore.period)
    }

    @Test("The table shows value, spread, sample, coverage and what was left out, in columns that line up")
    func table() async throws {
        let table = try await Self.report().table()
        let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "Engineering metrics, 2026-03-01 00:00 to 2026-03-11 00:00, UTC")
        let row = try #require(lines.first { $0.hasPrefix("Time to merge") })
        let cells = row.split(separator: "  ", omittingEmptySubsequences: true).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        #expect(
            cells == [
                "Time to merge", "2h 30m", "median", "p90 7h 54m", "4", "partial until 2026-03-02 01:00",
                "1 bot",
            ])
        let header = try #require(lines.firstIndex { $0.hasPrefix("Metric") })
        let column = lines[header].distance(
            from: lines[header].startIndex,
            to: try #require(lines[header].firstRange(of: "Statistic")).lowerBound)
        for line in lines[(header + 2)..<(header + 2 + MetricCatalogue.headline.count)] {
            let index = line.index(line.startIndex, offsetBy: column)
            #expect(line[index] != " " && line[line.index(before: index)] == " ", "\(line)")
        }
    }

    @Test("A report on one project shows it once")
    func singleProject() async throws {
        let reporter = MetricsReporter(storage: await SampleStore.storage())
        let table = try await reporter.report(on: [SampleStore.busy], for: SampleStore.period).table()
        #expect(table.contains("acme/b*sy"))
        #expect(!table.contains("All projects"))
    }

    @Test("Markdown escapes what a project's name could inject, and defines every metric")
    func markdown() async throws {
        let report = try await Self.report()
        let markdown = report.markdown()
        #expect(markdown.contains("## acme/b\\*sy"))
        for value in report.total.values { #expect(markdown.contains(value.definition.description)) }
        let widths = markdown.split(separator: "\n").filter { $0.hasPrefix("| ") }.map {
            $0.replacing("\\|", with: "").count { $0 == "|" }
        }
        #expect(Set(widths) == [8])
    }

    @Test("JSON parses, is the same every time, and holds every metric with sample, evidence and coverage")
    func json() async throws {
        let report = try await Self.report()
        let data = try report.json()
        let again = try report.json()
        #expect(again == data)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let total = try #require(object["total"] as? [String: Any])
        let metrics = try #require(total["metrics"] as? [[String: Any]])
        #expect(metrics.compactMap { $0["id"] as? String } == MetricCatalogue.headline.map(\.id.rawValue))
        for metric in metrics {
            #expect(metric["sample_size"] is Int)
            #expect((metric["evidence"] as? [String: Any])?["count"] is Int)
            #expect((metric["coverage"] as? [String: Any])?["state"] is String)
            #expect(metric.keys.contains("value") && metric.keys.contains("absence"))
        }
    }

    @Test("References are listed when asked for")
    func references() async throws {
        let data = try await Self.report().json(listsEvidence: true)
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains("\"mergeRequest/gitlab/4\""))
        #expect(
            try await !String(decoding: Self.report().json(), as: UTF8.self).contains("mergeRequest/gitlab"))
    }

    @Test("Every key of the JSON form is documented")
    func keysAreDocumented() async throws {
        let page = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Documentation/ReportFormat.md"), encoding: .utf8)
        let object = try JSONSerialization.jsonObject(with: try await Self.report().json(listsEvidence: true))
        func keys(_ value: Any) -> Set<String> {
            if let object = value as? [String: Any] {
                return object.reduce(into: Set(object.keys)) { $0.formUnion(keys($1.value)) }
            }
            return (value as? [Any] ?? []).reduce(into: []) { $0.formUnion(keys($1)) }
        }
        for key in keys(object) {
            #expect(page.contains("`\(key)`") || page.contains("`\(key)[]`"), "\(key)")
        }
    }
}
