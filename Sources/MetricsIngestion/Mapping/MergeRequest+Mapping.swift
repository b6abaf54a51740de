import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension MergeRequest: NamingUsers {
    var users: [User] {
        [author, mergeUser, closedBy, headPipeline?.user].compactMap(\.self) + assignees + reviewers
    }

    func record(_ context: ReadContext) -> MergeRequestRecord {
        let stamp = context.stamp(updatedAt: updatedAt)
        var record = MergeRequestRecord(id: context.key(id), project: context.project)
        record.summary = summary(context).map { Register($0, stamp: stamp) }
        record.author = Register(author?.account, stamp: stamp)
        record.reviewers = Register(reviewers.map(\.account).sorted(), stamp: stamp)
        record.assignees = Register(assignees.map(\.account).sorted(), stamp: stamp)
        record.merge = Register(merge, stamp: stamp)
        record.closedAt = Register(closedAt.map { Instant($0) }, stamp: stamp)
        record.closedBy = Register(closedBy?.account, stamp: stamp)
        record.headSHA = Register(sha, stamp: stamp)
        record.mergeCommitSHA = Register(mergeCommitSHA, stamp: stamp)
        record.squashCommitSHA = Register(squashCommitSHA, stamp: stamp)
        record.milestone = Register(milestone.map { context.key($0.id) }, stamp: stamp)
        record.timeEstimate = timeStats?.timeEstimate.map { Register($0, stamp: stamp) }
        // Lists leave it out, which is not to have none.
        record.headPipeline = headPipeline.map { Register(context.key($0.id), stamp: context.stamp) }
        record.webURL = webURL.map { Register($0.absoluteString, stamp: stamp) }
        record.tickets = Register(context.tickets(inDescription: description), stamp: stamp)
        record.existence = Register(.present, stamp: context.stamp)
        return record
    }

    private func summary(_ context: ReadContext) -> MergeRequestRecord.Summary? {
        guard let state = MergeRequestRecord.State(rawValue: state.rawValue) else { return nil }
        return MergeRequestRecord.Summary(
            iid: Int64(iid.rawValue), title: title, state: state, isDraft: isDraft,
            createdAt: Instant(createdAt), updatedAt: Instant(updatedAt), sourceBranch: sourceBranch,
            targetBranch: targetBranch, sourceProject: sourceProjectID.map { context.key($0) },
            labels: labels.sorted(), reverts: Revert(statedIn: [title, description]))
    }

    /// Before the merge GitLab names here who set it to merge by itself: nobody has merged it yet.
    private var merge: MergeRequestRecord.Merge {
        MergeRequestRecord.Merge(
            at: mergedAt.map { Instant($0) }, by: state == .merged ? mergeUser?.account : nil)
    }
}
