import Foundation
import MetricsCore
import Testing

@Suite("The page of explanations") struct ExplanationPageTests {
    private static var page: String {
        get throws {
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
            return try String(
                contentsOf: root.appending(path: "Documentation/Explanations.md"), encoding: .utf8)
        }
    }

    /// The page's block that begins with that line.
    private func block(_ title: String) throws -> String {
        let blocks = try Self.page.components(separatedBy: "```\n")
        return try #require(blocks.first { $0.hasPrefix(title) })
    }

    @Test("shows what the code says of a merge request")
    func mergeRequest() throws {
        let history = History.story()
        let facts = history.facts(History.storyRules)
        let period = history.period()
        let metrics = History.storyMetrics
        let timeZone = TimeZone.gmt
        var text = ""
        let explainer = Explainer(facts, metrics: metrics, in: period)
        if let mergeRequest = facts.mergeRequest(iid: 42),
            let explanation = explainer.explain(facts.reference(of: mergeRequest))
        {
            text = explanation.text(in: timeZone)
        }
        #expect(try block("!42 ") == text)
    }

    @Test(
        "shows what the code says of a deployment and an incident",
        arguments: ["Deployment 7", "Incident #5"])
    func others(title: String) throws {
        let history = History.story()
        let facts = history.facts(History.storyRules)
        let reference: RecordReference =
            title.hasPrefix("Deployment")
            ? .deployment(DeploymentKey(history.project.instance, 7))
            : .issue(IssueKey(history.project.instance, 5))
        let metrics: [any Metric] = [DeploymentFrequency(), ChangeFailureRate(), TimeToRestoreService()]
        let explanation = facts.explanation(of: reference, metrics: metrics, in: history.period())
        #expect(try block(title) == explanation?.description)
    }
}
