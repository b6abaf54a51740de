import Foundation
import MetricsCore

/// The data on which we are compared with others: merge requests, deployments and incidents of many projects in a year,
/// the same for the same size, as our facts and as raw columns that any engine can load.
struct FieldSample {
    /// One project's rows, column by column; an instant that is not known is `Int64.min`.
    struct Columns {
        var mergeRequests: [[Int64]] = Array(repeating: [], count: 9)
        var deployments: [[Int64]] = Array(repeating: [], count: 5)
        var incidents: [[Int64]] = Array(repeating: [], count: 4)
    }

    /// 2025-01-06 00:00:00 UTC, a Monday.
    static let start = Instant(secondsSince1970: 1_736_121_600)
    static let period = ReportPeriod(
        start: start, end: start.advanced(bySeconds: 364 * 86_400), timeZone: .gmt)

    static let names: [(table: String, columns: [String])] = [
        (
            "merge_requests",
            ["id", "project", "bot", "created", "ready", "first_review", "approved", "merged", "deployed"]
        ),
        ("deployments", ["id", "project", "status", "finished", "failed_after"]),
        ("incidents", ["id", "project", "opened", "closed"]),
    ]

    private(set) var facts: [ProjectFacts] = []
    private var columns = Columns()
    private var state: UInt64 = 42

    init(projects: Int, changes: Int) {
        for project in 0..<projects { add(project: Int64(project) + 1, changes: changes / projects) }
    }

    private mutating func number(_ bound: UInt64) -> Int64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int64((state >> 32) % bound)
    }

    private mutating func add(project: Int64, changes: Int) {
        var timelines: [MergeRequestTimeline] = []
        for index in 0..<changes {
            timelines.append(mergeRequest(project * 1_000_000 + Int64(index), project))
        }
        var finished: [(id: Int64, at: Instant, status: DeploymentRecord.Status)] = []
        for index in 0..<changes { finished.append(deployment(project * 1_000_000 + Int64(index))) }
        let history = DeploymentHistory(environment: "production", finished: finished)
        var failures: [FailureAttribution] = []
        for position in history.successes.indices where number(20) == 0 {
            failures.append(FailureAttribution(against: Int32(position), resolved: nil))
        }
        let failed = Set(failures.map(\.deployment))
        for (position, success) in history.successes.enumerated() {
            append(success, project, failed: failed.contains(Int32(position)))
        }
        for other in history.others { append(other, project, failed: false) }
        var incidents: [Incident] = []
        for index in 0..<max(1, changes / 20) {
            incidents.append(incident(project * 1_000_000 + Int64(index), project))
        }
        facts.append(
            ProjectFacts(
                of: ProjectKey("field", project), mergeRequests: timelines, deployments: history,
                incidents: incidents.sorted { ($0.opened, $0.id) < ($1.opened, $1.id) }, failures: failures,
                records: Self.coverage(of: project)))
    }

    private mutating func mergeRequest(_ id: Int64, _ project: Int64) -> MergeRequestTimeline {
        let created = Self.start.secondsSince1970 + number(360 * 86_400)
        let ready = created + (number(5) == 0 ? number(90_000) : 0)
        let review: Int64? = number(10) == 0 ? nil : ready + number(200_000) - 300
        let approved = review.flatMap { number(8) == 0 ? nil : $0 + number(100_000) }
        let merged: Int64? = number(12) == 0 ? nil : (approved ?? ready) + number(80_000)
        let deployed = merged.flatMap { number(10) == 0 ? nil : $0 + number(300_000) - 600 }
        let isBot = number(15) == 0
        let known: [Int64] = [id, project, isBot ? 1 : 0, created, ready]
        let row = known + [review, approved, merged, deployed].map { $0 ?? Int64.min }
        for (position, value) in row.enumerated() { columns.mergeRequests[position].append(value) }
        func instant(_ seconds: Int64?) -> Instant? { seconds.map { Instant(secondsSince1970: $0) } }
        var traits: MergeRequestTimeline.Traits = isBot ? .byBot : []
        if merged == nil { traits.insert(.open) }
        return MergeRequestTimeline(
            id: id, created: Instant(secondsSince1970: created), ready: instant(ready),
            firstReview: instant(review),
            approved: instant(approved), merged: instant(merged), deployed: instant(deployed),
            traits: traits)
    }

    private mutating func deployment(_ id: Int64) -> (id: Int64, at: Instant, status: DeploymentRecord.Status)
    {
        let status: DeploymentRecord.Status =
            number(9) == 0 ? .failed : number(30) == 0 ? .canceled : .success
        return (id, Self.start.advanced(bySeconds: number(364 * 86_400)), status)
    }

    private mutating func append(_ deployment: ProductionDeployment, _ project: Int64, failed: Bool) {
        let status: Int64 = deployment.status == .success ? 0 : deployment.status == .failed ? 1 : 2
        let row = [deployment.id, project, status, deployment.finish.secondsSince1970, failed ? 1 : 0]
        for (position, value) in row.enumerated() { columns.deployments[position].append(value) }
    }

    private mutating func incident(_ id: Int64, _ project: Int64) -> Incident {
        let opened = Self.start.secondsSince1970 + number(360 * 86_400)
        let closed: Int64? = number(10) == 0 ? nil : opened + number(200_000)
        for (position, value) in [id, project, opened, closed ?? .min].enumerated() {
            columns.incidents[position].append(value)
        }
        return Incident(
            id: id, opened: Instant(secondsSince1970: opened),
            closed: closed.map { Instant(secondsSince1970: $0) })
    }

    private static func coverage(of project: Int64) -> ProjectRecords {
        let key = ProjectKey("field", project)
        var records = RecordSet()
        for kind in RecordKind.allCases {
            records.insert(
                CoverageRecord(
                    id: .init(project: key, kind: kind),
                    extent: Register(
                        .init(status: .complete, since: .distantPast, until: .distantFuture), stamp: .none)))
        }
        return records[key]
    }

    /// Writes each column as raw little-endian 64-bit numbers, `TABLE.COLUMN.i64`.
    func write(to folder: URL) throws {
        let tables = [columns.mergeRequests, columns.deployments, columns.incidents]
        for (name, table) in zip(Self.names, tables) {
            for (column, values) in zip(name.columns, table) {
                let data = values.withUnsafeBytes { Data($0) }
                try data.write(to: folder.appending(path: "\(name.table).\(column).i64"))
            }
        }
    }
}
