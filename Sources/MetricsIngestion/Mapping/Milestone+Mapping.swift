import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension Milestone {
    func record(_ context: ReadContext) -> MilestoneRecord {
        let stamp = context.stamp(updatedAt: updatedAt)
        let summary = MilestoneRecord.Summary(
            iid: iid.map { Int64($0) }, title: title,
            state: state?.rawValue ?? MilestoneState.active.rawValue,
            createdAt: createdAt.map { Instant($0) }, updatedAt: updatedAt.map { Instant($0) },
            startsOn: startDate?.day, dueOn: dueDate?.day)
        var record = MilestoneRecord(id: context.key(id), project: context.project)
        record.summary = Register(summary, stamp: stamp)
        record.isOfGroup = Register(groupID != nil, stamp: context.stamp)
        record.existence = Register(.present, stamp: context.stamp)
        return record
    }
}
