import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension ResourceStateEvent: NamingUsers {
    var users: [User] { [user].compactMap(\.self) }

    func record(on subject: RecordReference, _ context: ReadContext) -> StateEventRecord {
        StateEventRecord(
            id: context.key(id), project: context.project, subject: subject, createdAt: Instant(createdAt),
            user: Register(user?.account, stamp: context.stamp),
            change: Register(
                StateChange(
                    state: state.rawValue, sourceCommit: sourceCommit,
                    sourceMergeRequest: sourceMergeRequestID.map { context.key($0) }), stamp: context.stamp))
    }
}
