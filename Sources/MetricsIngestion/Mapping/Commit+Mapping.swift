import Foundation
import GitLabAPI
import MetricsCore

extension Commit {
    /// - Parameter isOfMergeRequest: whether it stood among a merge request's commits. Their parents are often left
    ///   out there, and GraphQL never tells them: they come with the commits of the branch.
    func record(_ context: ReadContext, isOfMergeRequest: Bool = false) -> CommitRecord {
        let title = title ?? message.map { String($0.prefix { !$0.isNewline }) } ?? ""
        let facts = CommitRecord.Facts(
            title: title, authorName: authorName, authorEmail: authorEmail,
            authoredAt: Instant(authoredAt ?? committedAt), reverts: Revert(statedIn: [message]),
            cherryPicked: message?.cherryPickedSHA,
            tickets: context.tickets(inMessage: message, beyond: title))
        return CommitRecord(
            id: CommitKey(context.project, id), facts: Register(facts, stamp: context.stamp),
            committedAt: Register(Instant(committedAt), stamp: context.stamp),
            parents: isOfMergeRequest ? nil : Register(parentIDs, stamp: context.stamp),
            lines: stats.map {
                Register(.init(added: $0.additions, removed: $0.deletions), stamp: context.stamp)
            })
    }
}
