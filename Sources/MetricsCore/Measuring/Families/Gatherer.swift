/// Gathers what one project contributes to one metric.
protocol Gatherer {
    var inclusion: Inclusion { get }

    mutating func exclude(_ id: Int64, _ reason: ExclusionReason, at instant: Instant)
}

extension Gatherer {
    /// Whether the merge request counts for whom opened it; if not, that is noted.
    mutating func takes(_ timeline: MergeRequestTimeline, at instant: Instant) -> Bool {
        guard inclusion.bots == .leftOut, timeline.traits.contains(.byBot) else { return true }
        exclude(timeline.id, .bot, at: instant)
        return false
    }

    /// Whether the issue counts for whom opened it; if not, that is noted.
    mutating func takes(_ issue: IssueRecord, of facts: ProjectFacts, at instant: Instant) -> Bool {
        guard inclusion.bots == .leftOut, facts.isBot(issue.author?.value) else { return true }
        exclude(issue.id.id, .bot, at: instant)
        return false
    }
}
