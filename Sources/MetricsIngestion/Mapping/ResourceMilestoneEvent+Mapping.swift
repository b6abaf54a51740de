import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension ResourceMilestoneEvent: NamingUsers {
    var users: [User] { [user].compactMap(\.self) }

    func record(on subject: RecordReference, _ context: ReadContext) -> MilestoneEventRecord {
        MilestoneEventRecord(
            id: context.key(id), project: context.project, subject: subject, createdAt: Instant(createdAt),
            user: Register(user?.account, stamp: context.stamp),
            change: Register(
                MilestoneChange(
                    milestone: milestone.map { context.key($0.id) }, isAdded: action == .add),
                stamp: context.stamp))
    }
}
