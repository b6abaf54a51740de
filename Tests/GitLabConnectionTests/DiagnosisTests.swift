import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import Testing

@Suite("Diagnosis of a project") struct DiagnosisTests {
    private func diagnosis(
        _ lab: CheckLab, _ project: ProjectReference, earlier: EarlierAccess = .init()
    ) async -> ProjectDiagnosis {
        let fake = lab.fake()
        let check = ConnectionCheck(
            url: "https://gitlab.test", token: Secret(CheckLab.token), transport: FakeGitLabTransport(fake),
            time: fake.time)
        return await Diagnosis(check).run(project, earlier: earlier)
    }

    @Test("A project that can be read has no findings")
    func healthy() async throws {
        var lab = try CheckLab()
        lab.addToken()
        let diagnosis = await diagnosis(lab, "acme/billing")
        #expect(diagnosis.state == .connected && diagnosis.findings.isEmpty)
        #expect(diagnosis.path == "acme/billing" && diagnosis.role == .reporter)
        #expect(diagnosis.id == ProjectID(rawValue: lab.billing))
    }

    @Test(
        "Near matches are suggested, the nearest first",
        arguments: [
            ("acme/bilIng", "acme/billing"), ("acme/blling", "acme/billing"),
            ("acme/biliing", "acme/billing"),
            ("acmee/billing", "acme/billing"), ("acme/ship", "acme/Shop"), ("acme/hsop", "acme/Shop"),
        ])
    func suggestions(typed: String, meant: String) async throws {
        var lab = try CheckLab()
        lab.addToken()
        let finding = try #require(await diagnosis(lab, .path(typed)).headline)
        #expect(finding.causes.first?.suggestions.first == meant && finding.remedy.contains(meant))
    }

    @Test("A project that was moved and whose old path is taken is found by its id")
    func knownID() async throws {
        var lab = try CheckLab()
        lab.addToken()
        let id = ProjectID(rawValue: lab.billing)
        let diagnosis = await diagnosis(lab, "acme/former-name", earlier: EarlierAccess(id: id))
        #expect(diagnosis.findings.map(\.code) == [.moved] && diagnosis.path == "acme/billing")
    }

    @Test("What tells the causes apart stands beside each of them")
    func tests() async throws {
        var lab = try CheckLab()
        lab.addToken()
        let finding = await diagnosis(lab, "acme/biling").headline
        let causes = try #require(finding?.causes)
        #expect(causes.map(\.code) == [.wrongPath, .notAMember, .deleted])
        #expect(causes.allSatisfy { $0.test.hasSuffix(".") && $0.message.hasSuffix(".") })
    }

    @Test("A diagnosis is stored and read back")
    func storing() async throws {
        var lab = try CheckLab()
        lab.addToken()
        let diagnosis = await diagnosis(lab, "acme/biling")
        let stored = try JSONEncoder().encode(diagnosis)
        #expect(try JSONDecoder().decode(ProjectDiagnosis.self, from: stored) == diagnosis)
    }
}
