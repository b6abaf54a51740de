import Foundation
import GitLabVocabulary
import MetricsCore
import WebhookModels

extension MergeRequestEvent {
    /// System notes, sizes, approvals and commits come only by reading, so the merge request is always to be read.
    func records(_ context: EventContext) -> EventRecords {
        let people = NamedPeople([user] + (assignees ?? []) + reviewerUsers + formerReviewers)
        var told = EventRecords()
        told.refresh = [context.refresh(.mergeRequest(iid: Int64(mergeRequest.iid.rawValue)))]
        told.records = people.records(context)
        told.records.insert(record(people, context))
        for event in provisionalEvents(context) { told.records.insert(event) }
        return told
    }

    private var reviewerUsers: [WebhookUser] { (reviewers ?? []).map(\.user) }
    private var formerReviewers: [WebhookUser] { (changes?.reviewers?.previous ?? []).map(\.user) }

    private func record(_ people: NamedPeople, _ context: EventContext) -> MergeRequestRecord {
        var record = mergeRequest.record(people, labels: labels, context)
        let stamp = context.stamp(mergeRequest.updatedAt)
        record.assignees = people.all(assignees, mergeRequest.assigneeIDs).map { Register($0, stamp: stamp) }
        record.reviewers = people.all(reviewers.map { $0.map(\.user) }, mergeRequest.reviewerIDs)
            .map { Register($0, stamp: stamp) }
        switch action {
        case .merge where record.merge == nil:
            let at = mergeRequest.actionedAt ?? mergeRequest.updatedAt
            record.merge = Register(
                .init(at: Instant(at), by: people[mergeRequest.mergeUserID.value]), stamp: stamp)
        case .close:
            let at = mergeRequest.actionedAt ?? mergeRequest.updatedAt
            record.closedAt = Register(Instant(at), stamp: stamp)
            record.closedBy = user?.account.map { Register($0, stamp: stamp) }
        default: break
        }
        return record
    }
}

extension WebhookMergeRequest {
    /// What the merge request's own events and those of comments on it tell alike.
    ///
    /// - Parameter labels: those the event tells beside it.
    func record(
        _ people: NamedPeople, labels: [WebhookLabel]? = nil, _ context: EventContext
    ) -> MergeRequestRecord {
        let stamp = context.stamp(updatedAt)
        var record = MergeRequestRecord(id: context.key(id), project: context.project)
        record.summary = summary(labels ?? self.labels, context).map { Register($0, stamp: stamp) }
        record.author = people[authorID].map { Register($0, stamp: stamp) }
        record.merge = merge(people).map { Register($0, stamp: stamp) }
        record.headSHA = lastCommit.map { Register($0.id, stamp: stamp) }
        record.mergeCommitSHA = mergeCommitSHA.register(stamp) { $0 }
        record.squashCommitSHA = squashCommitSHA.register(stamp) { $0 }
        record.milestone = milestoneID.register(stamp) { context.key($0) }
        record.timeEstimate = timeEstimate.map { Register($0, stamp: stamp) }
        record.webURL = url.map { Register($0.absoluteString, stamp: stamp) }
        return record
    }

    /// `nil` where a part of it is not told: parts of it never stand for the whole.
    private func summary(
        _ labels: [WebhookLabel]?, _ context: EventContext
    ) -> MergeRequestRecord.Summary? {
        guard let state = MergeRequestRecord.State(rawValue: state.rawValue), let isDraft, let labels else {
            return nil
        }
        return MergeRequestRecord.Summary(
            iid: Int64(iid.rawValue), title: title, state: state, isDraft: isDraft,
            createdAt: Instant(createdAt), updatedAt: Instant(updatedAt), sourceBranch: sourceBranch,
            targetBranch: targetBranch, sourceProject: sourceProjectID.map { context.key($0) },
            labels: labels.map(\.title).sorted(), reverts: Revert(statedIn: [title, description]))
    }

    /// `nil` when it is merged and the event does not say when.
    private func merge(_ people: NamedPeople) -> MergeRequestRecord.Merge? {
        guard state == .merged else { return MergeRequestRecord.Merge(at: nil, by: nil) }
        return mergedAt.value.map {
            MergeRequestRecord.Merge(at: Instant($0), by: people[mergeUserID.value])
        }
    }
}
