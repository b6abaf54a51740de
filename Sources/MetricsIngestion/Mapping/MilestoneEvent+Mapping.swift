import Foundation
import GitLabVocabulary
import MetricsCore
import WebhookModels

extension MilestoneEvent {
    /// GitLab tells neither of changes of its title or days nor of its deletion: the list does.
    func records(_ context: EventContext) -> EventRecords {
        let stamp = milestone.updatedAt.map { context.stamp($0) } ?? context.stamp
        var record = MilestoneRecord(id: context.key(milestone.id), project: context.project)
        if milestone.dueDate.isTold, milestone.startDate.isTold {
            record.summary = Register(
                .init(
                    iid: milestone.iid.map { Int64($0) }, title: milestone.title,
                    state: milestone.state.rawValue, createdAt: milestone.createdAt.map { Instant($0) },
                    updatedAt: milestone.updatedAt.map { Instant($0) },
                    startsOn: milestone.startDate.value?.day, dueOn: milestone.dueDate.value?.day),
                stamp: stamp)
        }
        record.isOfGroup = Register(milestone.groupID != nil, stamp: context.stamp)
        return EventRecords(records: RecordSet([record]), refresh: [context.refresh(.list(.milestone))])
    }
}
