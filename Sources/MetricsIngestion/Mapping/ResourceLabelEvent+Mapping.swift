import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension ResourceLabelEvent: NamingUsers {
    var users: [User] { [user].compactMap(\.self) }

    func record(on subject: RecordReference, _ context: ReadContext) -> LabelEventRecord {
        LabelEventRecord(
            id: context.key(id), project: context.project, subject: subject, createdAt: Instant(createdAt),
            user: Register(user?.account, stamp: context.stamp),
            change: Register(
                LabelChange(label: label?.name, isAdded: action == .add), stamp: context.stamp))
    }
}
