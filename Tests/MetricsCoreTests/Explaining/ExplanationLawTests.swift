import MetricsCore
import Testing

/// An explanation can never disagree with a number: what evidence says of a record and what the record's verdict says
/// are the same.
@Suite("Explanations agree with numbers") struct ExplanationLawTests {
    static let metrics: [any Metric] = MetricCatalogue.all + MetricCatalogue.gitLab

    private func history(_ seed: Int) -> History {
        var random = PseudoRandom(seed: UInt64(seed))
        return History.random(project: 1, using: &random)
    }

    /// Everything evidence says of records of that kind: `lead_time 3 leaves out 1007: bot`.
    private func statements(_ evidence: Evidence, _ kind: RecordKind, _ metric: Int) -> Set<String> {
        func lines(_ references: References, _ text: String) -> [String] {
            references.filter { $0.kind == kind }.map { "\(metric) \(text): \($0.id)" }
        }
        return Set(
            lines(evidence.references, "counts") + lines(evidence.hits, "hits")
                + evidence.exclusions.flatMap { lines($0.references, "leaves out \($0.reason)") }
                + evidence.notes.flatMap { lines($0.references, "marks \($0.mark)") })
    }

    private func statements(_ verdict: Explanation.Verdict, _ id: String, _ metric: Int) -> [String] {
        let lines =
            (verdict.count > 0 ? ["counts"] : []) + (verdict.isHit ? ["hits"] : [])
            + verdict.exclusions.map { "leaves out \($0)" } + verdict.marks.map { "marks \($0)" }
        return lines.map { "\(metric) \($0): \(id)" }
    }

    @Test(
        "What evidence says of a record, its verdicts say, and nothing else",
        arguments: [RecordKind.mergeRequest, .deployment, .issue], 1...3)
    func evidence(kind: RecordKind, seed: Int) {
        let history = history(seed)
        let facts = history.facts()
        let explainer = Explainer(facts, metrics: Self.metrics, in: history.period())
        let references =
            switch kind {
            case .mergeRequest: facts.records.mergeRequests.map(\.reference)
            case .deployment: facts.records.deployments.map(\.reference)
            default: facts.records.issues.map(\.reference)
            }
        var told: Set<String> = []
        for reference in references {
            for (metric, verdict) in (explainer.explain(reference)?.verdicts ?? []).enumerated() {
                told.formUnion(statements(verdict, reference.id, metric))
            }
        }
        var stated: Set<String> = []
        for (metric, value) in Self.metrics.map({ history.value($0) }).enumerated() {
            stated.formUnion(statements(value.evidence, kind, metric))
        }
        #expect(told.symmetricDifference(stated).sorted() == [])
        #expect(!told.isEmpty)
    }

    @Test("What the merge requests behind a duration add is that duration's distribution", arguments: 1...3)
    func amounts(seed: Int) {
        let history = history(seed)
        let facts = history.facts()
        let explainer = Explainer(facts, metrics: Self.metrics, in: history.period())
        let explanations = facts.mergeRequests.compactMap { explainer.explain(facts.reference(of: $0)) }
        for (index, metric) in Self.metrics.enumerated() {
            let value = history.value(metric)
            guard let distribution = value.distribution,
                value.evidence.references.allSatisfy({ $0.kind == .mergeRequest })
            else { continue }
            let verdicts = explanations.map { $0.verdicts[index] }.filter { $0.count > 0 }
            let sum = verdicts.reduce(0) { $0 + ($1.amount ?? .nan) * Double($1.count) }
            let error = abs(sum - distribution.mean * Double(distribution.count))
            #expect(error <= 1e-6 * max(sum, 1), "\(metric.id)")
            guard verdicts.allSatisfy({ $0.count == 1 }) else { continue }
            #expect(verdicts.compactMap(\.amount).min() == distribution.min, "\(metric.id)")
            #expect(verdicts.compactMap(\.amount).max() == distribution.max, "\(metric.id)")
        }
    }

    @Test(
        "Steps tell what timelines say: the first review, the approval that stood, in order",
        arguments: 1...30)
    func steps(seed: Int) throws {
        let history = history(seed)
        let facts = history.facts()
        let explainer = Explainer(facts, metrics: [], in: history.period())
        for timeline in facts.mergeRequests {
            let explanation = try #require(explainer.explain(facts.reference(of: timeline)))
            let steps = explanation.steps
            #expect(steps.map(\.at) == steps.map(\.at).sorted())
            let review = steps.first { $0.what.hasPrefix("first review") }
            #expect(review?.at == timeline.firstReview)
            let approval = steps.first { $0.what.hasSuffix("first standing approval") }
            #expect(approval?.at == timeline.approved)
            #expect(approval?.leftOut == nil)
            let readies = steps.filter { $0.what.hasPrefix("ready: ") || $0.what == "opened, ready" }
            #expect(timeline.ready.map { readies.map(\.at).contains($0) } ?? true)
            let deployed = steps.filter { $0.what.hasPrefix("deployed") && $0.leftOut != .firstDeployment }
            #expect(deployed.map(\.at).min() == timeline.deployed)
        }
    }

    @Test("The order in which records arrived changes no explanation", arguments: 1...10)
    func order(seed: Int) {
        let history = history(seed)
        var random = PseudoRandom(seed: UInt64(seed) + 77)
        let shuffled = ProjectFacts(
            of: history.project, history.records[history.project].shuffled(using: &random))
        let one = Explainer(history.facts(), metrics: MetricCatalogue.delivery, in: history.period())
        let other = Explainer(shuffled, metrics: MetricCatalogue.delivery, in: history.period())
        let references =
            history.records[history.project].mergeRequests.map(\.reference)
            + history.records[history.project].deployments.map(\.reference)
            + history.records[history.project].issues.map(\.reference)
        for reference in references { #expect(one.explain(reference) == other.explain(reference)) }
    }
}
