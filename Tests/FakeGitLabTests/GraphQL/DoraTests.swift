import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("GraphQL DORA metrics")
struct DoraTests {
    private static let query = """
        query D($p: ID!, $s: Date, $e: Date, $i: DoraMetricBucketingInterval) { project(fullPath: $p) { dora {
          metrics(startDate: $s, endDate: $e, interval: $i) {
            date deploymentFrequency leadTimeForChanges timeToRestoreService changeFailureRate
          }
        } } }
        """
    private static let span: (start: JSONValue, end: JSONValue) = ("2025-12-12", "2026-01-09")

    @Test("days say what REST says, whole spans the deployments of a day on average")
    func agreement() throws {
        let inquirer = try Inquirer.small()
        let path = try inquirer.json("projects/1")["path_with_namespace"] ?? .null
        func ask(_ interval: JSONValue) throws -> [JSONValue] {
            try inquirer.data(
                Self.query, ["p": path, "s": Self.span.start, "e": Self.span.end, "i": interval])[
                    "project", "dora", "metrics"]?.arrayValue ?? []
        }
        func rest(_ metric: String, _ interval: String) throws -> [JSONValue] {
            try inquirer.json(
                "projects/1/dora/metrics?metric=\(metric)&interval=\(interval)&start_date=2025-12-12&end_date=2026-01-09"
            ).arrayValue ?? []
        }
        let days = try ask("DAILY")
        #expect(!days.isEmpty)
        for (key, metric) in [
            ("deploymentFrequency", "deployment_frequency"), ("leadTimeForChanges", "lead_time_for_changes"),
            ("timeToRestoreService", "time_to_restore_service"), ("changeFailureRate", "change_failure_rate"),
        ] {
            let points = try rest(metric, "daily")
            #expect(days.map { $0["date"] } == points.map { $0["date"] })
            #expect(days.map { $0[key]?.doubleValue } == points.map { $0["value"]?.doubleValue })
        }
        let all = try #require(try ask("ALL").first)
        let count = try #require(try rest("deployment_frequency", "all").first?["value"]?.doubleValue)
        #expect(all["deploymentFrequency"]?.doubleValue == count / 29)
        #expect(all["date"] == .null)
    }

    @Test("below Ultimate there are none")
    func tier() throws {
        let inquirer = try Inquirer.small()
        let path = try inquirer.json("projects/1")["path_with_namespace"] ?? .null
        inquirer.fake.change { $0.tier = .premium }
        #expect(try inquirer.data(Self.query, ["p": path])["project", "dora"] == .null)
    }
}
