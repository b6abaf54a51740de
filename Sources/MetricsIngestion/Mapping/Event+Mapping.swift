import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension Event: NamingUsers {
    var users: [User] { [author].compactMap(\.self) }

    /// The title of what it is about, the text of a comment and that of a commit stay here.
    func record(_ context: ReadContext) -> ActivityEventRecord {
        let target = targetType.map {
            ActivityEventRecord.Target(
                type: $0.rawValue, id: targetID.map { Int64($0) }, iid: targetIID.map { Int64($0) })
        }
        return ActivityEventRecord(
            id: context.key(id), project: context.project, createdAt: Instant(createdAt),
            facts: Register(
                .init(author: author?.account, action: action.rawValue, target: target, push: push?.facts),
                stamp: context.stamp))
    }
}

extension Push {
    fileprivate var facts: ActivityEventRecord.Push? {
        guard let action, let refType else { return nil }
        return ActivityEventRecord.Push(
            action: action, refType: refType, ref: ref, commitCount: commitCount ?? 0, fromSHA: fromSHA,
            toSHA: toSHA)
    }
}
