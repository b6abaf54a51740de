import Foundation
import MetricsCore
import MetricsStorage

/// A store with one busy and one idle project in March 2026.
enum SampleStore {
    static let instance: InstanceID = "gitlab"
    static let busy = ProjectKey(instance, 1)
    static let idle = ProjectKey(instance, 2)
    /// 2026-03-01 00:00:00 UTC.
    static let start = Instant(secondsSince1970: 1_772_323_200)
    static let period = ReportPeriod(
        start: start, end: start.advanced(bySeconds: 10 * 86_400), timeZone: .gmt)

    static func stamp(_ at: Instant) -> Stamp {
        Stamp(updatedAt: at.secondsSince1970 * 1000, precision: .millisecond, readBegan: nil)
    }

    static func project(_ key: ProjectKey, _ path: String) -> ProjectRecord {
        ProjectRecord(
            id: key,
            summary: Register(
                ProjectRecord.Summary(
                    path: path, name: path, webURL: nil, defaultBranch: "main", isArchived: false),
                stamp: stamp(start)))
    }

    /// Created at noon of that day, merged that many seconds later.
    static func mergeRequest(_ id: Int, day: Int, after seconds: Int64, by author: String = "ann")
        -> MergeRequestRecord
    {
        let created = start.advanced(bySeconds: Int64(day) * 86_400 + 43_200)
        let merged = created.advanced(bySeconds: seconds)
        var record = MergeRequestRecord(id: MergeRequestKey(instance, id), project: busy)
        record.summary = Register(
            MergeRequestRecord.Summary(
                iid: Int64(id), title: "Change \(id)", state: .merged, isDraft: false, createdAt: created,
                updatedAt: merged, sourceBranch: "feature", targetBranch: "main", sourceProject: busy),
            stamp: stamp(merged))
        record.author = Register(Account(id: 7, username: author), stamp: stamp(merged))
        record.merge = Register(.init(at: merged, by: Account(id: 8, username: "bob")), stamp: stamp(merged))
        return record
    }

    static func coverage(_ project: ProjectKey, _ kind: RecordKind, until: Instant) -> CoverageRecord {
        CoverageRecord(
            id: .init(project: project, kind: kind),
            extent: Register(.init(status: .complete, since: start, until: until), stamp: stamp(until)))
    }

    static func records() -> RecordSet {
        var set = RecordSet()
        set.insert(project(busy, "acme/b*sy"))
        set.insert(project(idle, "acme/idle"))
        for (index, hours) in [1, 2, 3, 10].enumerated() {
            set.insert(mergeRequest(index + 1, day: index, after: Int64(hours) * 3600))
        }
        set.insert(mergeRequest(9, day: 4, after: 60, by: "project_1_bot_x"))
        for kind in RecordKind.allCases {
            set.insert(coverage(busy, kind, until: period.end))
            set.insert(coverage(idle, kind, until: start.advanced(bySeconds: 86_400 + 3600)))
        }
        return set
    }

    static func storage() async -> InMemoryStorage {
        let storage = InMemoryStorage()
        await storage.merge(records())
        return storage
    }
}
