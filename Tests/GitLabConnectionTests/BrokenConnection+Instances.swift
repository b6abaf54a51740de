import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary

extension BrokenConnection {
    /// The address, and the way to the instance.
    static let instances: [Self] = [
        Self(
            name: "a text that is no address", code: .invalidAddress, state: .unreachable,
            verdict: .invalidAddress, remedy: "a browser opens GitLab", url: "https://git lab"),
        Self(
            name: "a page within GitLab", code: .invalidAddress, state: .unreachable,
            verdict: .invalidAddress, remedy: "a browser opens GitLab",
            url: "https://gitlab.test/users/sign_in"),
        Self(
            name: "plain http", code: .invalidAddress, state: .unreachable, verdict: .invalidAddress,
            remedy: "https://", url: "http://gitlab.test"),
        Self(
            name: "the address of the API", code: .apiSuffixInURL, state: .connected,
            remedy: "Leave /api/v4 out", url: "https://gitlab.test/api/v4/"),
        Self(
            name: "blanks around the address", code: .blanksInURL, state: .connected,
            remedy: "Remove the blanks", url: " https://gitlab.test\n"),
        Self(
            name: "an address without https", code: .schemeMissing, state: .connected,
            remedy: "https://", url: "gitlab.test"),
        Self(
            name: "a host that does not resolve", code: .hostNotFound, state: .unreachable,
            verdict: .hostNotFound, remedy: "spelling of the host name", network: .failing(.unreachableDNS)),
        Self(
            name: "a port where nobody listens", code: .connectionRefused, state: .unreachable,
            verdict: .connectionRefused, remedy: "Check the port", network: .failing(.unreachableRefused)),
        Self(
            name: "a certificate nobody here trusts", code: .tlsFailed, state: .unreachable,
            verdict: .tlsFailed, remedy: "trust store", network: .failing(.unreachableTLS)),
        Self(
            name: "a firewall that drops everything", code: .timedOut, state: .unreachable,
            verdict: .timedOut, remedy: "firewall"
        ) { lab in
            lab.addToken()
            lab.faults.add(.silence)
        },
        Self(
            name: "a proxy that hangs up", code: .connectionBroken, state: .unreachable,
            verdict: .connectionBroken, remedy: "proxies"
        ) { lab in
            lab.addToken()
            lab.faults.add(.closedBeforeReply)
        },
        Self(
            name: "a sign-in page in front", code: .notGitLab, state: .unreachable, verdict: .notGitLab,
            remedy: "sign-in page"
        ) { lab in
            lab.addToken()
            lab.faults.add(.loginPage)
        },
        Self(
            name: "another service", code: .notGitLab, state: .unreachable, verdict: .notGitLab,
            remedy: "another service"
        ) { lab in
            lab.addToken()
            lab.faults.add(.notFound)
        },
        Self(
            name: "an old address that leads to a new one", code: .redirectedElsewhere, state: .unreachable,
            verdict: .redirectedElsewhere, remedy: "external_url",
            network: DeadEnd(
                outcome: .success(
                    HTTPResponse(status: 301, headers: ["Location": "https://git.elsewhere.test/"])))),
        Self(
            name: "GitLab down behind its proxy", code: .serverFault, state: .unreachable,
            verdict: .serverFault, remedy: "Try again later"
        ) { lab in
            lab.addToken()
            lab.faults.add(.badGateway)
        },
        Self(
            name: "a GitLab that wants silence", code: .rateLimited, state: .degraded, verdict: .rateLimited,
            remedy: "Check again after 2026-01-09T"
        ) { lab in
            lab.addToken()
            lab.faults.add(.tooManyRequests(retryAfter: 600))
        },
        Self(
            name: "a GitLab of long ago", code: .tooOld, state: .connected, remedy: "Update GitLab",
            version: "14.10.5-ee"),
        Self(
            name: "a proxy that lets GraphQL not through", code: .graphQLUnusable, state: .degraded,
            verdict: .graphQLUnusable, remedy: "/api/graphql"
        ) { lab in
            lab.addToken()
            lab.faults.add(.loginPage, at: "graphql")
        },
    ]
}
