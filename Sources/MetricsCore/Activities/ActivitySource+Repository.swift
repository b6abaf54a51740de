/// Commits, pushes with the making and deleting of branches and tags, and releases.
extension ActivitySource {
    /// Merge commits, and those merge requests were squashed into, are told by the merge.
    mutating func addCommits() {
        let landed = Set(
            records.mergeRequests.lazy.filter { !$0.isGone && $0.summary?.value.state == .merged }
                .flatMap { [$0.mergeCommitSHA?.value, $0.squashCommitSHA?.value] }
                .compactMap { $0 })
        for commit in records.commits {
            let facts = commit.facts.value
            let at = commit.committedAt?.value ?? facts.authoredAt
            guard period.contains(at), !commit.isMerge, !landed.contains(commit.id.sha) else { continue }
            add(
                .committed, at: at,
                by: facts.authorEmail.map { .author(name: facts.authorName, email: $0) },
                told: commit.reference,
                on: Activity.Subject(
                    commit.reference, name: String(commit.id.sha.prefix(8)), title: facts.title),
                link: pages.commit(commit.id.sha))
        }
    }

    mutating func addPushes() {
        for event in records.activityEvents where period.contains(event.createdAt) {
            guard let push = event.facts.value.push, let kind = Activity.Kind(push) else { continue }
            let isGone = kind == .branchDeleted || kind == .tagDeleted
            add(
                kind, at: event.createdAt, by: event.facts.value.author.map { .account($0) },
                told: event.reference, on: Activity.Subject(subject(of: push), name: push.ref),
                link: isGone ? nil : push.ref.flatMap { push.isOfTag ? pages.tag($0) : pages.branch($0) }
            ) {
                $0.commitCount = isGone ? nil : push.commitCount
            }
        }
    }

    private func subject(of push: ActivityEventRecord.Push) -> RecordReference {
        guard let ref = push.ref else { return .project(project) }
        return push.isOfTag ? .tag(TagKey(project, ref)) : .branch(BranchKey(project, ref))
    }

    mutating func addReleases() {
        for release in records.releases where !release.isGone {
            guard let summary = release.summary?.value else { continue }
            add(
                .released, at: summary.releasedAt ?? summary.createdAt,
                by: release.author?.value.map { .account($0) }, told: release.reference,
                on: Activity.Subject(
                    release.reference, name: release.id.name,
                    title: summary.name == release.id.name ? nil : summary.name),
                link: pages.release(release.id.name))
        }
    }
}

extension ActivityEventRecord.Push {
    fileprivate var isOfTag: Bool { refType == "tag" }
}

extension Activity.Kind {
    /// What a push did; `nil` for what GitLab may come to call otherwise.
    fileprivate init?(_ push: ActivityEventRecord.Push) {
        switch (push.action, push.refType) {
        case ("created", "branch"): self = .branchCreated
        case ("removed", "branch"): self = .branchDeleted
        case ("created", "tag"): self = .tagCreated
        case ("removed", "tag"): self = .tagDeleted
        case ("pushed", _): self = .commitsPushed
        default: return nil
        }
    }
}
