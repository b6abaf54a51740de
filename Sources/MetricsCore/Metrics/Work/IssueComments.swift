/// Comments by people on issues and incidents (Documentation/Metrics/IssueComments.md).
public struct IssueComments: CountMetric {
    public static var id: MetricID { .issueComments }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.issue, .note] }
    public var requiredFacts: [UntoldFact] { [.issueNotes] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "comments on issues", statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        let records = facts.records
        for note in records.notes where note.subject.kind == .issue && !note.isSystem {
            guard period.contains(note.createdAt), let id = Int64(note.subject.id), records.isLive(note),
                records.issues[IssueKey(note.subject.instance, id)]?.isGone == false
            else { continue }
            if definition.inclusion.bots == .leftOut, facts.isBot(note.facts.value.author) {
                tally.exclude(note.id.id, .bot, at: note.createdAt)
            } else {
                tally.count(note.id.id, at: note.createdAt)
            }
        }
        return tally.partial(in: facts.space(.note))
    }
}
