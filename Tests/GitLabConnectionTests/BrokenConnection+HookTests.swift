import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary

extension BrokenConnection {
    private static let testing = testing(CheckLab.hookURL)

    private static func testing(_ url: String) -> ConnectionCheck.Options {
        .init(project: "acme/billing", hookURL: url, testsHook: true)
    }

    private static func lab(
        _ receiver: @escaping @Sendable (HTTPRequest) throws(GitLabError) -> HTTPResponse
    ) -> @Sendable (inout CheckLab) throws -> Void {
        { lab in
            lab.addHook()
            lab.receiver = HookReceiver { request throws(GitLabError) in try receiver(request) }
        }
    }

    private static func silent(_ code: GitLabError.Code) -> @Sendable (inout CheckLab) throws -> Void {
        lab { _ throws(GitLabError) in throw GitLabError(code) }
    }

    private static func answering(_ status: Int, _ body: String = "")
        -> @Sendable (inout CheckLab) throws -> Void
    {
        lab { _ throws(GitLabError) in HTTPResponse(status: status, body: Data(body.utf8)) }
    }

    /// A test of the webhook that does not arrive.
    static let hookTests: [Self] = [
        Self(
            name: "a test the receiver answers with 500", code: .hookFailing, state: .degraded,
            verdict: .hookFailing, remedy: "own log", options: testing, change: answering(500)),
        Self(
            name: "a test the receiver answers with words of GitLab's", code: .hookFailing, state: .degraded,
            verdict: .hookFailing, remedy: "own log", options: testing,
            change: answering(404, "Ensure the project has commits. URL is blocked")),
        Self(
            name: "a test the receiver redirects", code: .hookFailing, state: .degraded,
            verdict: .hookFailing, remedy: "own log", options: testing, change: answering(302)),
        Self(
            name: "a failing test on a GitLab that shows no log", code: .hookFailing, state: .degraded,
            verdict: .hookFailing, remedy: "own log", options: testing, version: "17.0",
            change: answering(500, "no")),
        Self(
            name: "a test to a port on which nothing listens", code: .hookUnreachable, state: .degraded,
            verdict: .hookUnreachable, remedy: "firewall", options: testing,
            change: silent(.unreachableRefused)),
        Self(
            name: "a test to a host name with a mistake in it", code: .hookHostNotFound, state: .degraded,
            verdict: .hookHostNotFound, remedy: "resolves from GitLab's machine", options: testing,
            change: silent(.unreachableDNS)),
        Self(
            name: "a test to a certificate of the company's own", code: .hookTLSFailed, state: .degraded,
            verdict: .hookTLSFailed, remedy: "certificate that GitLab's machine trusts", options: testing,
            change: silent(.unreachableTLS)),
        Self(
            name: "a test to a receiver that takes too long", code: .hookTimedOut, state: .degraded,
            verdict: .hookTimedOut, remedy: "within 10 seconds", options: testing, change: silent(.timedOut)),
        Self(
            name: "a test to an address in the instance's own network", code: .hookURLBlocked,
            state: .degraded, verdict: .hookURLBlocked, remedy: "Outbound requests",
            options: testing("http://10.0.0.5/hook")
        ) { lab in
            lab.addHook("http://10.0.0.5/hook")
            lab.hooks.blocksLocalNetwork = true
        },
        Self(
            name: "a test on an instance in silent mode", code: .silentMode, state: .degraded,
            verdict: .silentMode, remedy: "silent mode off", options: testing
        ) { lab in
            lab.addHook()
            lab.hooks.isSilent = true
        },
        Self(
            name: "a test on a GitLab that sends none by its API", code: .hookUntested, state: .connected,
            remedy: "from the webhook's settings", options: testing, version: "16.7"
        ) { $0.addHook() },
        Self(
            name: "a test wanted by a Developer", code: .roleTooLow, state: .degraded,
            verdict: .invalidPermissions, remedy: "Maintainer", options: testing
        ) { lab in
            lab.addHook()
            lab.world.addMember(lab.user, toGroup: lab.group, access: .developer)
        },
        Self(
            name: "a test wanted of a token that reads", code: .insufficientScope, state: .degraded,
            verdict: .invalidPermissions, remedy: "scope api", options: testing
        ) { lab in
            lab.addHook()
            lab.addToken()
        },
        Self(
            name: "a test of a webhook that is not there", code: .hookMissing, state: .degraded,
            verdict: .hookMissing, remedy: "Register", options: testing("https://metrics.example/other")
        ) { $0.addHook() },
        Self(
            name: "a test to what is no address", code: .invalidAddress, state: .degraded,
            verdict: .invalidAddress, remedy: "reaches the receiver", options: testing("metrics.example/hook")
        ) { $0.addHook() },
    ]
}
