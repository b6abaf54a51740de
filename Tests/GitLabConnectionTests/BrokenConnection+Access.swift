import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary

extension BrokenConnection {
    /// What the token sees, and what keeps it out.
    static let access: [Self] = [
        Self(
            name: "a user without projects", code: .noResources, state: .unreachable, verdict: .noResources,
            remedy: "member of a group or project", cause: .notAMember
        ) { lab in
            lab.addToken()
            lab.world.removeMember(lab.user, fromGroup: lab.group)
        },
        Self(
            name: "a group token outside the allowed addresses", code: .ipRestricted, state: .unreachable,
            verdict: .invalidPermissions, remedy: "allowed addresses",
            options: .init(project: "acme/billing")
        ) { lab in
            lab.world.addGroupToken(
                CheckLab.token, group: lab.group, access: .reporter, expiresAt: lab.day(90))
            lab.world.restrictGroup(lab.group, to: .addresses)
        },
        Self(
            name: "an administrator without single sign-on", code: .ssoRequired, state: .unreachable,
            verdict: .invalidPermissions, remedy: "through its provider",
            options: .init(project: "acme/billing")
        ) { lab in
            lab.world.addToken(CheckLab.token, for: 1, scopes: ["api"])
            lab.world.restrictGroup(lab.group, to: .singleSignOn)
        },
        Self(
            name: "a person whom a group keeps out", code: .accessRestricted, state: .unreachable,
            verdict: .invalidPermissions, remedy: "SAML single sign-on", cause: .ssoRequired,
            options: .init(project: "acme/billing")
        ) { lab in
            lab.addToken()
            lab.world.restrictGroup(lab.group, to: .addresses)
        },
        Self(
            name: "an address with a token in it as the project to look at", code: .missingOrHidden,
            state: .degraded, verdict: .missingOrHidden, remedy: "Write acme/billing", cause: .wrongPath,
            options: .init(project: .path("https://me:\(CheckLab.token)@gitlab.test/acme/biling.git"))),
        Self(
            name: "a Guest", code: .roleTooLow, state: .degraded, verdict: .invalidPermissions,
            remedy: "Reporter"
        ) { lab in
            lab.addToken()
            lab.world.addMember(lab.user, toGroup: lab.group, access: .guest)
        },
        Self(
            name: "a project without merge requests", code: .featureOff, state: .connected,
            remedy: "Switch it on", options: .init(project: "acme/billing")
        ) { lab in
            lab.addToken()
            try lab.world.setFeature(.mergeRequests, of: lab.billing, isEnabled: false)
        },
        Self(
            name: "a project without CI/CD", code: .featureOff, state: .connected, remedy: "Switch it on",
            options: .init(project: "acme/billing")
        ) { lab in
            lab.addToken()
            try lab.world.setFeature(.pipelines, of: lab.billing, isEnabled: false)
        },
        Self(
            name: "a membership in its last days", code: .membershipExpiresSoon, state: .connected,
            remedy: "Extend the membership"
        ) { lab in
            lab.addToken()
            lab.world.addMember(lab.user, toGroup: lab.group, access: .reporter, expires: lab.day(5))
        },
    ]
}
