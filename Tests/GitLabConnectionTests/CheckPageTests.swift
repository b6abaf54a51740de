import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import Testing

/// What `Documentation/ConnectionCheck.md` and `Documentation/Troubleshooting.md` show.
@Suite("Pages on checking a connection") struct CheckPageTests {
    @Test("The page's own lines, over the network")
    func lines() async throws {
        var lab = try CheckLab()
        lab.world.addToken(CheckLab.token, for: lab.user, scopes: ["api"])
        let server = FakeGitLabServer(lab.fake())
        let url = try server.start().absoluteString
        defer { server.stop() }
        let token = Secret(CheckLab.token)

        let check = ConnectionCheck(url: url, token: token, options: .init(capabilities: [.manageHooks]))
        let report = await check.run()
        let troubles = report.findings.map { "\($0.code): \($0.message) \($0.remedy)" }

        let diagnosis = await Diagnosis(check).run("acme/biling")
        let causes = diagnosis.headline?.causes.map { "\($0.message) Test: \($0.test)" }

        #expect(report.state == .degraded && report.verdict == .invalidPermissions)
        #expect(troubles.contains { $0.hasPrefix("role_too_low: ") }, "\(troubles)")
        #expect(causes?.first?.contains("acme/billing") == true)
    }

    @Test("The page's test of a webhook")
    func hookTest() async throws {
        var lab = try CheckLab()
        lab.addHook()
        let hookURL = CheckLab.hookURL
        let options = ConnectionCheck.Options(project: "acme/billing", hookURL: hookURL, testsHook: true)
        let report = await ConnectionCheckTests.report(lab, options: options)
        #expect(report[.testDelivery]?.outcome == .passed, "\(report.findings)")
    }

    @Test("Every code has a remedy of its own, and stands on the page of troubles")
    func codes() throws {
        let page = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../Documentation/Troubleshooting.md"), encoding: .utf8)
        let general = Finding.Code(rawValue: "of a later version").remedy
        for code in Set(BrokenConnection.all.map(\.code)) {
            #expect(code.remedy != general, "\(code)")
            #expect(page.contains("`\(code)`"), "\(code)")
        }
    }
}
