import Foundation
import GitLabAPI
import MetricsCore

extension Commit {
    /// - Parameter isOfMergeRequest: whether it stood among a merge request's commits, where GitLab leaves parents
    ///   out.
    func record(_ context: ReadContext, isOfMergeRequest: Bool = false) -> CommitRecord {
        let facts = CommitRecord.Facts(
            title: title ?? message.map { String($0.prefix { !$0.isNewline }) } ?? "",
            authorName: authorName, authorEmail: authorEmail, authoredAt: Instant(authoredAt ?? committedAt),
            reverts: Revert(statedIn: [message]))
        let tellsParents = !(isOfMergeRequest && parentIDs.isEmpty)
        return CommitRecord(
            id: CommitKey(context.project, id), facts: Register(facts, stamp: context.stamp),
            committedAt: Register(Instant(committedAt), stamp: context.stamp),
            parents: tellsParents ? Register(parentIDs, stamp: context.stamp) : nil,
            lines: stats.map {
                Register(.init(added: $0.additions, removed: $0.deletions), stamp: context.stamp)
            })
    }
}
