import Foundation
import GitLabAPI
import MetricsCore

extension Commit {
    func record(_ context: ReadContext) -> CommitRecord {
        let facts = CommitRecord.Facts(
            title: title ?? message.map { String($0.prefix { !$0.isNewline }) } ?? "",
            authorName: authorName, authorEmail: authorEmail, authoredAt: Instant(authoredAt ?? committedAt),
            committedAt: Instant(committedAt), parents: parentIDs, reverts: Revert(statedIn: [message]))
        // A commit never changes, but some lists leave its parents out: theirs is the less precise answer.
        let stamp = Stamp(
            updatedAt: 0, precision: parentIDs.isEmpty ? .second : .millisecond,
            readBegan: context.began.milliseconds)
        return CommitRecord(
            id: CommitKey(context.project, id), facts: Register(facts, stamp: stamp),
            lines: stats.map {
                Register(.init(added: $0.additions, removed: $0.deletions), stamp: context.stamp)
            })
    }
}
