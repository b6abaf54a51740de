import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import Testing

/// The receiver of our webhooks, as GitLab sees it.
@Suite("Hooks in a connection check") struct HookCheckTests {
    /// What the check finds after a project's hook was sent so often to a receiver.
    private func report(
        deliveries: Int, hasHook: Bool = true, ofGroup: Bool = false,
        _ receiver: @escaping @Sendable (HTTPRequest) throws(GitLabError) -> HTTPResponse
    ) async throws -> ConnectionReport {
        var lab = try CheckLab()
        lab.addToken(scopes: ["api"])
        lab.world.addMember(lab.user, toGroup: lab.group, access: .maintainer)
        if ofGroup {
            lab.world.addMember(lab.user, toGroup: lab.group, access: .owner)
            lab.world.addHook(CheckLab.hookURL, toGroup: lab.group)
        } else if hasHook {
            lab.world.addHook(CheckLab.hookURL, toProject: lab.billing)
        }
        let fake = lab.fake()
        for number in 0..<deliveries {
            fake.change { world in
                _ = world.commit(to: lab.billing, branch: "main", title: "Change \(number)", author: lab.user)
            }
            _ = await fake.deliver(
                over: HookReceiver { request throws(GitLabError) in try receiver(request) })
        }
        return await ConnectionCheck(
            url: "https://gitlab.test", token: Secret(CheckLab.token),
            options: .init(
                capabilities: [.manageHooks], project: "acme/billing", hookURL: CheckLab.hookURL),
            transport: FakeGitLabTransport(fake), time: fake.time
        ).run()
    }

    @Test("A receiver that takes what comes")
    func healthy() async throws {
        let report = try await report(deliveries: 2) { _ throws(GitLabError) in HTTPResponse(status: 200) }
        #expect(report[.hookHealth]?.outcome == .passed && report.state == .connected)
    }

    @Test("A receiver that answers 500")
    func failing() async throws {
        let report = try await report(deliveries: 1) { _ throws(GitLabError) in HTTPResponse(status: 500) }
        #expect(report.headline?.code == .hookFailing && report.state == .degraded)
        #expect(report.headline?.message.contains("500") == true)
    }

    @Test("The hook of the group above")
    func group() async throws {
        let report = try await report(deliveries: 1, ofGroup: true) { _ throws(GitLabError) in
            HTTPResponse(status: 404)
        }
        #expect(report.headline?.code == .hookFailing)
        #expect(report[.hookHealth]?.note?.hasSuffix("of the group acme") == true)
    }

    @Test("A receiver that cannot be reached")
    func unreachable() async throws {
        let report = try await report(deliveries: 1) { _ throws(GitLabError) in
            throw GitLabError(.unreachableRefused)
        }
        #expect(report.headline?.code == .hookUnreachable)
        #expect(report.headline?.remedy.contains("firewall") == true)
    }

    @Test("A hook that GitLab rests after many failures")
    func resting() async throws {
        let report = try await report(deliveries: 6) { _ throws(GitLabError) in HTTPResponse(status: 503) }
        #expect(report[.hookHealth]?.findings.map(\.code) == [.hookFailing, .hookDisabled])
        #expect(report[.hookHealth]?.findings.last?.remedy.contains("send a test") == true)
    }

    @Test("No hook at all is only noted")
    func missing() async throws {
        let report = try await report(deliveries: 0, hasHook: false) { _ throws(GitLabError) in
            HTTPResponse(status: 200)
        }
        #expect(report[.hookHealth]?.findings.map(\.code) == [.hookMissing] && report.state == .connected)
    }
}
