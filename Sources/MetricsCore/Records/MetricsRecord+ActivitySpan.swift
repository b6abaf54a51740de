extension MergeRequestRecord {
    /// From its creation to its last change, or without end while it is open.
    public var activitySpan: ActivitySpan {
        guard let summary = summary?.value else { return .always }
        return summary.state == .opened
            ? ActivitySpan(since: min(summary.createdAt, summary.updatedAt))
            : ActivitySpan(summary.createdAt, summary.updatedAt)
    }
}

extension IssueRecord {
    /// From its creation to its last change, or without end while it is open.
    public var activitySpan: ActivitySpan {
        guard let summary = summary?.value else { return .always }
        return summary.state == .opened
            ? ActivitySpan(since: min(summary.createdAt, summary.updatedAt))
            : ActivitySpan(summary.createdAt, summary.updatedAt)
    }
}

extension PipelineRecord {
    /// From its creation to its end, or without end until it rests; one whose end is unknown ends as it begins.
    public var activitySpan: ActivitySpan {
        guard let summary = summary?.value else { return .always }
        let finishedAt = timing?.value.finishedAt ?? summary.createdAt
        return isTerminal
            ? ActivitySpan(summary.createdAt, finishedAt)
            : ActivitySpan(since: min(summary.createdAt, finishedAt))
    }

    /// Whether the status is one a pipeline rests in; a retry can still wake it.
    public var isTerminal: Bool {
        ["success", "failed", "canceled", "skipped"].contains(summary?.value.status)
    }
}

extension DeploymentRecord {
    /// From its creation to its finish, or without end until its status is terminal.
    public var activitySpan: ActivitySpan {
        guard let createdAt = origin?.value.createdAt ?? finish?.value else { return .always }
        let finishedAt = finish?.value ?? createdAt
        return status?.value.isTerminal == true
            ? ActivitySpan(createdAt, finishedAt)
            : ActivitySpan(since: min(createdAt, finishedAt))
    }
}

extension TimeLogRecord {
    /// The instant it says the time was spent.
    public var activitySpan: ActivitySpan { ActivitySpan(facts.value.spentAt, facts.value.spentAt) }
}

extension ActivityEventRecord {
    /// The instant it happened.
    public var activitySpan: ActivitySpan { ActivitySpan(createdAt, createdAt) }
}

extension CommitRecord {
    /// The instant it was committed; while that is unknown, the one it was authored.
    public var activitySpan: ActivitySpan {
        let at = committedAt?.value ?? facts.value.authoredAt
        return ActivitySpan(at, at)
    }
}
