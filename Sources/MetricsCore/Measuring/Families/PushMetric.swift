/// A metric that counts branches or tags made or deleted, as GitLab's push events tell.
protocol PushMetric: CountMetric {}

extension PushMetric {
    public var kinds: [RecordKind] { [.activityEvent] }

    /// - Parameters:
    ///   - action: `created` or `removed`.
    ///   - refType: `branch` or `tag`.
    func pushes(
        _ action: String, _ refType: String, of facts: ProjectFacts, in period: ReportPeriod
    ) -> TallyPartial {
        var tally = Tally(definition)
        for event in facts.records.activityEvents where period.contains(event.createdAt) {
            guard let push = event.facts.value.push, push.action == action, push.refType == refType else {
                continue
            }
            if definition.inclusion.bots == .leftOut, facts.isBot(event.facts.value.author) {
                tally.exclude(event.id.id, .bot, at: event.createdAt)
            } else {
                tally.count(event.id.id, at: event.createdAt)
            }
        }
        return tally.partial(in: facts.space(.activityEvent))
    }
}
