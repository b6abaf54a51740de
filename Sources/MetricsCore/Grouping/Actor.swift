/// Who did what a record tells.
public enum Actor: Hashable, Sendable {
    case account(Account)
    /// A commit's author, who need not have an account.
    case author(name: String?, email: String)
}

extension ProjectRecords {
    /// Who stands behind it; `nil` where nobody is known. O(1).
    func actor(of contribution: Contribution) -> Actor? {
        account(of: contribution).map { .account($0) } ?? commitAuthor(of: contribution)
    }

    private func account(of contribution: Contribution) -> Account? {
        let (instance, id) = (contribution.instance, contribution.id)
        return switch contribution.kind {
        case .mergeRequest: mergeRequests[MergeRequestKey(instance, id)]?.author?.value
        case .note: notes[NoteKey(instance, id)]?.facts.value.author
        case .issue: issues[IssueKey(instance, id)]?.author?.value
        case .deployment: deployments[DeploymentKey(instance, id)]?.triggeredBy?.value
        case .pipeline: pipelines[PipelineKey(instance, id)]?.user?.value
        case .job: jobs[JobKey(instance, id)]?.user?.value
        case .timeLog: timeLogs[TimeLogKey(instance, id)]?.facts.value.user
        case .activityEvent: activityEvents[ActivityEventKey(instance, id)]?.facts.value.author
        case .stateEvent: stateEvents[RecordKey(instance, id)]?.user?.value
        case .labelEvent: labelEvents[RecordKey(instance, id)]?.user?.value
        case .provisionalEvent: provisionalEvent(of: contribution)?.actor
        case .release: release(of: contribution)?.author?.value
        case .user: Account(id: id, username: contribution.name ?? "")
        default: nil
        }
    }

    private func commitAuthor(of contribution: Contribution) -> Actor? {
        guard let commit = commit(of: contribution)?.facts.value, let email = commit.authorEmail else {
            return nil
        }
        return .author(name: commit.authorName, email: email)
    }

    private func commit(of contribution: Contribution) -> CommitRecord? {
        guard contribution.kind == .commit, let project = commits.rows.first?.project,
            let sha = contribution.name?.split(separator: "@").last
        else { return nil }
        return commits[CommitKey(project, String(sha))]
    }

    private func release(of contribution: Contribution) -> ReleaseRecord? {
        guard let project = releases.rows.first?.project,
            let name = contribution.name?.split(separator: "/", maxSplits: 1).last
        else { return nil }
        return releases[ReleaseKey(project, String(name))]
    }

    private func provisionalEvent(of contribution: Contribution) -> ProvisionalEvent? {
        guard let name = contribution.name, let slash = name.lastIndex(of: "/"),
            let index = Int(name[name.index(after: slash)...])
        else { return nil }
        let delivery = String(name[..<slash])
        return provisionalEvents[.init(instance: contribution.instance, delivery: delivery, index: index)]
    }

    /// The merge request it is, or hangs on.
    func mergeRequest(of contribution: Contribution) -> MergeRequestRecord? {
        let key: MergeRequestKey?
        switch contribution.kind {
        case .mergeRequest: key = MergeRequestKey(contribution.instance, contribution.id)
        case .provisionalEvent: key = provisionalEvent(of: contribution)?.mergeRequest
        case .note:
            let subject = notes[NoteKey(contribution.instance, contribution.id)]?.subject
            guard subject?.kind == .mergeRequest, let id = subject.flatMap({ Int64($0.id) }) else {
                return nil
            }
            key = MergeRequestKey(contribution.instance, id)
        default: key = nil
        }
        return key.flatMap { mergeRequests[$0] }
    }

    /// The issue it is, or hangs on.
    func issue(of contribution: Contribution) -> IssueRecord? {
        switch contribution.kind {
        case .issue: return issues[IssueKey(contribution.instance, contribution.id)]
        case .note:
            let subject = notes[NoteKey(contribution.instance, contribution.id)]?.subject
            guard subject?.kind == .issue, let id = subject.flatMap({ Int64($0.id) }) else { return nil }
            return issues[IssueKey(contribution.instance, id)]
        default: return nil
        }
    }
}
