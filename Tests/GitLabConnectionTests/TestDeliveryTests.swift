import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import Testing

/// The one thing a check makes GitLab send, and only when asked to.
@Suite("Test deliveries of a connection check") struct TestDeliveryTests {
    private static func check(
        _ fake: FakeGitLab, tests: Bool = true, url: String = CheckLab.hookURL,
        over transport: (any Transport)? = nil
    ) async -> ConnectionReport {
        await ConnectionCheck(
            url: "https://gitlab.test", token: Secret(CheckLab.token),
            options: .init(project: "acme/billing", hookURL: url, testsHook: tests),
            transport: transport ?? FakeGitLabTransport(fake), time: fake.time
        ).run()
    }

    @Test("A test that arrives is sent once, and passes")
    func arriving() async throws {
        var lab = try CheckLab()
        lab.addHook()
        let fake = lab.fake()
        let report = await Self.check(fake)
        #expect(report.state == .connected && report.findings.isEmpty)
        #expect(report[.testDelivery]?.outcome == .passed)
        #expect(report[.testDelivery]?.note == "arrived, as one of push_events")
        #expect(fake.log.entries.count { $0.route.hasSuffix("test/:trigger") } == 1)
    }

    @Test("Nothing is sent unless asked for")
    func unasked() async throws {
        var lab = try CheckLab()
        lab.addHook()
        let fake = lab.fake()
        let report = await Self.check(fake, tests: false)
        #expect(report[.hookHealth]?.outcome == .passed)
        #expect(report[.testDelivery] == .skipped(.testDelivery, note: "not asked for"))
        #expect(!fake.log.entries.contains { $0.route.hasSuffix("test/:trigger") })
    }

    @Test("A project without commits is tested by what else there is")
    func fallback() async throws {
        var lab = try CheckLab()
        lab.addHook()
        let noCommits = HTTPResponse.json(422, #"{"message":"Ensure the project has at least one commit."}"#)
        func note(_ lab: CheckLab) async -> String? {
            let fake = lab.fake()
            let transport = Refusing(
                ["/test/push_events": noCommits], over: FakeGitLabTransport(fake))
            return await Self.check(fake, over: transport)[.testDelivery]?.note
        }
        #expect(await note(lab) == "arrived, as one of resource_access_token_events")
        try lab.world.openIssue(in: lab.billing, by: lab.user, title: "Slow")
        #expect(await note(lab) == "arrived, as one of issues_events")
    }

    @Test("When there is nothing to make a test of, the hook is untested, not broken")
    func nothing() async throws {
        var lab = try CheckLab()
        lab.addHook()
        let fake = lab.fake()
        let transport = Refusing(
            [
                "/test/push_events": .json(422, #"{"message":"Ensure the project has commits."}"#),
                "/test/resource_access_token_events": .json(
                    400, #"{"error":"trigger does not have a valid value"}"#),
            ], over: FakeGitLabTransport(fake))
        let report = await Self.check(fake, over: transport)
        #expect(report[.testDelivery]?.findings.map(\.code) == [.hookUntested])
        #expect(report.state == .connected && report[.testDelivery]?.outcome == .warned)
    }

    @Test("A hook that rested wakes by the test, which is noted")
    func waking() async throws {
        var lab = try CheckLab()
        lab.addHook()
        let fake = lab.fake()
        for number in 0..<6 {
            fake.change { world in
                _ = world.commit(to: lab.billing, branch: "main", title: "Change \(number)", author: lab.user)
            }
            _ = await fake.deliver(
                over: HookReceiver { _ throws(GitLabError) in HTTPResponse(status: 503) })
        }
        let before = await Self.check(fake, tests: false)
        #expect(before[.hookHealth]?.findings.map(\.code) == [.hookFailing, .hookDisabled])
        let report = await Self.check(fake)
        #expect(report.state == .connected && report[.testDelivery]?.outcome == .passed)
        #expect(report[.hookHealth]?.findings.map(\.code) == [.hookDisabled])
        #expect(report[.hookHealth]?.findings.first?.severity == .note)
        #expect(report[.hookHealth]?.findings.first?.remedy.hasPrefix("Recover what it missed") == true)
        let after = await Self.check(fake, tests: false)
        #expect(after.findings.isEmpty)
    }

    @Test("A test that fails leaves what was known of the hook")
    func failing() async throws {
        var lab = try CheckLab()
        lab.addHook()
        lab.receiver = HookReceiver { _ throws(GitLabError) in HTTPResponse(status: 500) }
        let report = await Self.check(lab.fake())
        #expect(report[.hookHealth]?.outcome == .passed)
        let finding = try #require(report[.testDelivery]?.findings.first)
        #expect(finding.message == "Our receiver answered the test with 500.")
        #expect(
            finding.evidence?.command?.hasSuffix(
                "--request POST 'https://gitlab.test/api/v4/projects/\(lab.billing)/hooks/1/test/push_events'"
            )
                == true)
    }

    @Test("More tests than GitLab sends a minute are a warning, and the check goes on")
    func limit() async throws {
        var lab = try CheckLab()
        lab.addHook()
        let fake = lab.fake()
        for _ in 0..<5 { #expect(await Self.check(fake)[.testDelivery]?.outcome == .passed) }
        let report = await Self.check(fake)
        #expect(report[.testDelivery]?.findings.map(\.code) == [.rateLimited])
        #expect(report.state == .connected && report[.graphQL]?.outcome == .passed)
    }

    @Test("The hook of the group above is tested where the project has none")
    func group() async throws {
        var lab = try CheckLab()
        lab.addToken(scopes: ["api"])
        lab.world.addMember(lab.user, toGroup: lab.group, access: .owner)
        lab.world.addHook(CheckLab.hookURL, toGroup: lab.group)
        lab.world.commit(to: lab.billing, branch: "main", title: "Begin", author: lab.user)
        let fake = lab.fake()
        #expect(await Self.check(fake)[.testDelivery]?.outcome == .passed)
        #expect(fake.log.entries.contains { $0.route == "groups/:id/hooks/:hook_id/test/:trigger" })
    }

    @Test(
        "Hooks are found however their URL is written",
        arguments: [
            "HTTPS://metrics.example/hook", "https://Metrics.Example:443/hook",
            "https://metrics.example/hook/",
        ])
    func spelling(_ url: String) async throws {
        var lab = try CheckLab()
        lab.addHook()
        #expect(await Self.check(lab.fake(), tests: false, url: url)[.hookHealth]?.note == "webhook 1")
        var other = try CheckLab()
        other.addHook(url)
        #expect(await Self.check(other.fake())[.testDelivery]?.outcome == .passed)
    }
}
