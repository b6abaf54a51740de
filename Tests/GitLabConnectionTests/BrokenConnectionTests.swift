import FakeGitLab
import Foundation
import GitLabConnection
import Testing

@Suite("Broken connections") struct BrokenConnectionTests {
    @Test("What is broken is found, most specifically, with a remedy", arguments: BrokenConnection.all)
    func finding(_ broken: BrokenConnection) async throws {
        let outcome = try await broken.outcome()
        let codes = outcome.findings.map(\.code.rawValue)
        let finding = try #require(outcome.findings.first { $0.code == broken.code }, "\(codes)")
        #expect(finding.remedy.contains(broken.remedy), "\(finding.remedy)")
        #expect(outcome.state == broken.state, "\(codes)")
        #expect(outcome.headline?.code.verdict == broken.verdict, "\(codes)")
        if broken.verdict != nil { #expect(outcome.headline?.code == broken.code) }
        #expect(finding.causes.first?.code == broken.cause)
        for finding in outcome.findings {
            #expect(finding.message.hasSuffix(".") && finding.remedy.hasSuffix("."), "\(finding)")
        }
    }

    @Test(
        "Nothing is written but a test that was asked for, and no token stands in a report",
        arguments: BrokenConnection.all)
    func harmless(_ broken: BrokenConnection) async throws {
        let outcome = try await broken.outcome()
        let text = String(decoding: outcome.stored, as: UTF8.self)
        #expect(!text.contains("Marked0") && !text.contains("Secret1Value2"))
        for entry in outcome.log.entries {
            let isTest = broken.options.testsHook && entry.route.contains("/test/")
            #expect(entry.method == "GET" || entry.route.hasSuffix("graphql") || isTest, "\(entry)")
        }
        #expect(outcome.log.entries.count <= 25)
    }

    @Test("There are no two situations of one name, and many of them")
    func names() {
        #expect(Set(BrokenConnection.all.map(\.name)).count == BrokenConnection.all.count)
        #expect(Set(BrokenConnection.all.map(\.code)).count >= 25)
    }
}
