import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension MergeRequestNode {
    func record(_ context: ReadContext) -> MergeRequestRecord {
        let stamp = context.stamp(updatedAt: updatedAt, precision: .second)
        var record = MergeRequestRecord(id: context.key(id), project: context.project)
        record.summary = summary(context).map { Register($0, stamp: stamp) }
        record.author = Register(author?.account, stamp: stamp)
        record.reviewers = reviewers.accounts.map { Register($0, stamp: stamp) }
        record.assignees = assignees.accounts.map { Register($0, stamp: stamp) }
        record.merge = Register(merge, stamp: stamp)
        if hasClosedAt { record.closedAt = Register(closedAt.map { Instant($0) }, stamp: stamp) }
        // What GraphQL does not tell of closing and squashing is none for what is not closed, not merged.
        if state != .closed {
            record.closedAt = Register(nil, stamp: stamp)
            record.closedBy = Register(nil, stamp: stamp)
        }
        if state != .merged { record.squashCommitSHA = Register(nil, stamp: stamp) }
        record.headSHA = Register(headSHA, stamp: stamp)
        record.mergeCommitSHA = Register(mergeCommitSHA, stamp: stamp)
        record.size = size.map {
            Register(
                .init(additions: $0.additions, deletions: $0.deletions, files: $0.fileCount), stamp: stamp)
        }
        record.headPipeline = Register(headPipeline.map { context.key($0) }, stamp: context.stamp)
        record.milestone = Register(milestone.map { context.key($0) }, stamp: stamp)
        record.timeEstimate = timeEstimate.map { Register($0, stamp: stamp) }
        record.commitCount = Register(commitCount, stamp: stamp)
        record.webURL = webURL.map { Register($0.absoluteString, stamp: stamp) }
        record.tickets = Register(context.tickets(inDescription: description), stamp: stamp)
        record.existence = Register(.present, stamp: context.stamp)
        return record
    }

    /// Who approves; `nil` when they are too many for one page, so that a part does not pass for all.
    func approvals(_ context: ReadContext) -> ApprovalsRecord? {
        guard let accounts = approvedBy.accounts else { return nil }
        return ApprovalsRecord(
            id: context.key(id), project: context.project, by: Register(accounts, stamp: context.stamp),
            required: Register(approvalsRequired.flatMap { $0 > 0 ? $0 : nil }, stamp: context.stamp))
    }

    private func summary(_ context: ReadContext) -> MergeRequestRecord.Summary? {
        guard let state = MergeRequestRecord.State(rawValue: state.rawValue) else { return nil }
        return MergeRequestRecord.Summary(
            iid: Int64(iid.rawValue), title: title, state: state, isDraft: isDraft,
            createdAt: Instant(createdAt), updatedAt: Instant(updatedAt), sourceBranch: sourceBranch,
            targetBranch: targetBranch, sourceProject: sourceProjectID.map { context.key($0) },
            labels: children.labels.nodes.map(\.title).sorted(),
            reverts: Revert(statedIn: [title, description]))
    }

    /// Before the merge GitLab names here who set it to merge by itself: nobody has merged it yet.
    private var merge: MergeRequestRecord.Merge {
        MergeRequestRecord.Merge(
            at: mergedAt.map { Instant($0) }, by: state == .merged ? mergeUser?.account : nil)
    }

    /// Whether everything in it could be understood.
    var isUnderstood: Bool {
        [reviewers, assignees, approvedBy].allSatisfy(\.skipped.isEmpty) && children.isUnderstood
    }

    /// Everybody it names, those of its notes and time logs included.
    var users: [UserNode] {
        [author, mergeUser].compactMap(\.self) + reviewers.nodes + assignees.nodes + approvedBy.nodes
            + children.users
    }
}

extension GraphQLConnection<UserNode> {
    /// All of them, sorted; `nil` when there are more than one page holds, or than could be understood.
    var accounts: [Account]? {
        next == nil && skipped.isEmpty ? nodes.map(\.account).sorted() : nil
    }
}
