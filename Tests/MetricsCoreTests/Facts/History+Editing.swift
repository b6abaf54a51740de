import MetricsCore
import Testing

extension History {
    /// Later than all that the builders state.
    static let editStamp = Stamp(readBegan: 3)

    /// Changes what is known of a record that is there.
    mutating func edit<Record: MetricsRecord>(_ id: Record.ID, _ change: (inout Record) -> Void) {
        guard var record = records[project][keyPath: Record.table][id] else {
            Issue.record("nothing is known of \(id)")
            return
        }
        change(&record)
        insert(record)
    }

    /// GitLab no longer shows it.
    mutating func remove<Record: Deletable>(_ type: Record.Type, _ id: Record.ID) {
        edit(id) { (record: inout Record) in
            record.existence = Register(.gone, stamp: Self.editStamp)
        }
    }

    mutating func issueType(of issue: Int64, _ type: String) {
        edit(IssueKey(project.instance, issue)) { (record: inout IssueRecord) in
            guard var summary = record.summary?.value else { return }
            summary.type = type
            record.summary = Register(summary, stamp: Self.editStamp)
        }
    }

    mutating func headPipeline(of mergeRequest: Int64, _ pipeline: Int64) {
        let key = PipelineKey(project.instance, pipeline)
        edit(MergeRequestKey(project.instance, mergeRequest)) { (record: inout MergeRequestRecord) in
            record.headPipeline = Register(key, stamp: Self.editStamp)
        }
    }

    mutating func estimate(of mergeRequest: Int64, _ seconds: Int) {
        edit(MergeRequestKey(project.instance, mergeRequest)) { (record: inout MergeRequestRecord) in
            record.timeEstimate = Register(seconds, stamp: Self.editStamp)
        }
    }
}
