import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension Release: NamingUsers {
    var users: [User] { [author].compactMap(\.self) }

    /// `nil` where GitLab hides the tag: guests see releases without what names them.
    func record(_ context: ReadContext) -> ReleaseRecord? {
        guard let tagName else { return nil }
        let stamp = context.stamp
        var record = ReleaseRecord(id: ReleaseKey(context.project, tagName))
        record.summary = Register(
            .init(name: name, createdAt: Instant(createdAt), releasedAt: Instant(releasedAt)), stamp: stamp)
        record.author = Register(author?.account, stamp: stamp)
        record.sha = Register(commit?.id, stamp: stamp)
        record.milestones = Register(milestones.map { context.key($0.id) }.sorted(), stamp: stamp)
        record.existence = Register(.present, stamp: stamp)
        return record
    }
}
