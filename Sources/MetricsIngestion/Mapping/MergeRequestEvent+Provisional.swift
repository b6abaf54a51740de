import Foundation
import GitLabVocabulary
import MetricsCore
import WebhookModels

extension MergeRequestEvent {
    /// What happened, until the system notes that tell of it are read. Each has its place among the events of its
    /// delivery, so that a resend tells the same ones.
    func provisionalEvents(_ context: EventContext) -> [ProvisionalEvent] {
        let happenings = [approval, draftChange, reviewRequest, reviewRequestRemoval, newCommits, reopening]
        return happenings.enumerated().compactMap { index, happening in
            guard let happening else { return nil }
            return ProvisionalEvent(
                id: .init(instance: context.project.instance, delivery: context.delivery, index: index),
                project: context.project, mergeRequest: context.key(mergeRequest.id),
                activity: happening.activity, actor: happening.actor, at: Instant(happening.at),
                received: context.receivedAt)
        }
    }

    private typealias Happening = (activity: NoteActivity, actor: Account?, at: Date)

    /// Approvals move no date of the merge request: only `actioned_at` says when, since GitLab 18.10. Nobody is
    /// credited with those that a push took away.
    private var approval: Happening? {
        guard let at = mergeRequest.actionedAt else { return nil }
        switch action {
        case .unapproval where isSystem, .unapproved where isSystem: return (.approvalsReset, nil, at)
        case .approval where !isSystem, .approved where !isSystem:
            return user?.account.map { (.approved, $0, at) }
        case .unapproval, .unapproved: return user?.account.map { (.unapproved, $0, at) }
        default: return nil
        }
    }

    /// What it is opened as is no change.
    private var draftChange: Happening? {
        guard action != .open, let change = changes?.isDraft, let before = change.previous,
            let after = change.current, before != after
        else { return nil }
        return (after ? .markedDraft : .markedReady, user?.account, changedAt)
    }

    private var reviewRequest: Happening? {
        guard action != .open, let change = changes?.reviewers else { return nil }
        let before = Set((change.previous ?? []).compactMap(\.id))
        let isAsked = (change.current ?? []).contains { reviewer in
            reviewer.isReRequested == true || reviewer.id.map { !before.contains($0) } ?? false
        }
        return isAsked ? (.reviewRequested, user?.account, changedAt) : nil
    }

    private var reviewRequestRemoval: Happening? {
        guard action != .open, let change = changes?.reviewers else { return nil }
        let after = Set((change.current ?? []).compactMap(\.id))
        let isRemoved = (change.previous ?? []).contains { $0.id.map { !after.contains($0) } ?? false }
        return isRemoved ? (.reviewRequestRemoved, user?.account, changedAt) : nil
    }

    private var newCommits: Happening? {
        action == .update && mergeRequest.oldRevision != nil
            ? (.commitsAdded, user?.account, changedAt) : nil
    }

    private var reopening: Happening? {
        action == .reopen ? (.reopened, user?.account, changedAt) : nil
    }

    private var changedAt: Date {
        mergeRequest.actionedAt ?? changes?.updatedAt?.current ?? mergeRequest.updatedAt
    }
}
