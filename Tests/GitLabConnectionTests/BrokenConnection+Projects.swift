import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary

extension BrokenConnection {
    private static func project(_ reference: ProjectReference, _ earlier: EarlierAccess = .init()) -> Subject
    {
        .project(reference, earlier)
    }

    /// One project that cannot be read, or not all of it.
    static let projects: [Self] = [
        Self(
            name: "a misspelled path", code: .missingOrHidden, state: .unreachable, verdict: .missingOrHidden,
            remedy: "acme/billing", cause: .wrongPath, subject: project("acme/biling")),
        Self(
            name: "a project in another group", code: .missingOrHidden, state: .unreachable,
            verdict: .missingOrHidden, remedy: "acme/billing", cause: .wrongPath,
            subject: project("finance/billing")),
        Self(
            name: "a path in the wrong case", code: .wrongPathCase, state: .connected, remedy: "acme/Shop",
            subject: project("acme/shop")),
        Self(
            name: "a web address in the place of a path", code: .wrongPath, state: .connected,
            remedy: "Write acme/billing",
            subject: project("https://gitlab.test/acme/billing/-/merge_requests?state=all")),
        Self(
            name: "what git clone takes in the place of a path", code: .wrongPath, state: .connected,
            remedy: "Write acme/billing", subject: project("git@gitlab.test:acme/billing.git")),
        Self(
            name: "an address with a token in it in the place of a path", code: .wrongPath, state: .connected,
            remedy: "Write acme/billing",
            subject: project(.path("https://oauth2:\(CheckLab.token)@gitlab.test/acme/billing.git"))),
        Self(
            name: "such an address of another host", code: .missingOrHidden, state: .unreachable,
            verdict: .missingOrHidden, remedy: "Write acme/billing", cause: .wrongPath,
            subject: project(.path("https://oauth2:\(CheckLab.token)@elsewhere.test/acme/billing"))),
        Self(
            name: "a path of dots", code: .wrongPath, state: .unreachable, verdict: .wrongPath,
            remedy: "its web address", subject: project("../..")),
        Self(
            name: "a path without end", code: .wrongPath, state: .unreachable, verdict: .wrongPath,
            remedy: "its web address", subject: project(.path(String(repeating: "a/", count: 50_000)))),
        Self(
            name: "a path without its group", code: .missingNamespace, state: .unreachable,
            verdict: .missingNamespace, remedy: "Write acme/billing", subject: project("billing")),
        Self(
            name: "a group nobody knows", code: .missingOrHidden, state: .unreachable,
            verdict: .missingOrHidden, remedy: "spelling of the group", cause: .wrongNamespace,
            subject: project("elsewhere/nothing-like-it")),
        Self(
            name: "a project that was moved", code: .moved, state: .connected, remedy: "acme/invoices",
            subject: project("acme/billing")
        ) { lab in
            lab.addToken()
            try lab.world.moveProject(lab.billing, to: "invoices")
        },
        Self(
            name: "a private project of others", code: .missingOrHidden, state: .unreachable,
            verdict: .missingOrHidden, remedy: "member", cause: .notAMember, subject: project("acme/treasury")
        ) { lab in
            lab.addToken()
            lab.world.addMember(lab.user, toProject: lab.shop, access: .reporter)
            lab.world.removeMember(lab.user, fromGroup: lab.group)
            try lab.world.addProject("treasury", group: lab.group)
        },
        Self(
            name: "an id of nothing", code: .missingOrHidden, state: .unreachable, verdict: .missingOrHidden,
            remedy: "its id", cause: .wrongPath, subject: project(4_711)),
        Self(
            name: "a project that could be read before", code: .missingOrHidden, state: .unreachable,
            verdict: .missingOrHidden, remedy: "Make the token's user a member", cause: .notAMember,
            subject: project("acme/billing", .init(lastRead: CheckLab.now.addingTimeInterval(-3_600)))
        ) { lab in
            lab.addToken()
            lab.world.removeMember(lab.user, fromGroup: lab.group)
        },
        Self(
            name: "a membership that has ended", code: .membershipExpired, state: .unreachable,
            verdict: .invalidPermissions, remedy: "Renew",
            subject: project(
                "acme/billing", .init(membershipEndsAt: CheckLab.now.addingTimeInterval(-86_400)))
        ) { lab in
            lab.addToken()
            lab.world.addMember(lab.user, toGroup: lab.group, access: .reporter, expires: lab.day(-1))
        },
        Self(
            name: "another project's token", code: .missingOrHidden, state: .unreachable,
            verdict: .missingOrHidden, remedy: "a token of the group above", cause: .outsideToken,
            subject: project("acme/Shop")
        ) { lab in
            lab.world.addProjectToken(
                CheckLab.token, project: lab.billing, access: .reporter, expiresAt: lab.day(90))
        },
        Self(
            name: "a Guest of a project", code: .roleTooLow, state: .degraded, verdict: .invalidPermissions,
            remedy: "Reporter", subject: project("acme/billing")
        ) { lab in
            lab.addToken()
            lab.world.addMember(lab.user, toGroup: lab.group, access: .guest)
        },
        Self(
            name: "an internal project of others", code: .notAMember, state: .connected,
            remedy: "a member of the project", subject: project("open/tools")
        ) { lab in
            lab.addToken()
            let open = lab.world.addGroup("open", visibility: "internal")
            try lab.world.addProject("tools", group: open, visibility: "internal")
        },
        Self(
            name: "an archived project", code: .archived, state: .connected, remedy: "unarchive",
            subject: project("acme/billing")
        ) { lab in
            lab.addToken()
            try lab.world.archiveProject(lab.billing)
        },
        Self(
            name: "a project without a repository", code: .featureOff, state: .degraded, verdict: .featureOff,
            remedy: "Switch it on", subject: project("acme/billing")
        ) { lab in
            lab.addToken()
            try lab.world.setFeature(.repository, of: lab.billing, isEnabled: false)
        },
        Self(
            name: "a project whose merge requests are off", code: .featureOff, state: .degraded,
            verdict: .featureOff, remedy: "Switch it on", subject: project("acme/billing")
        ) { lab in
            lab.addToken()
            try lab.world.setFeature(.mergeRequests, of: lab.billing, isEnabled: false)
        },
        Self(
            name: "a project looked for on a broken network", code: .hostNotFound, state: .unreachable,
            verdict: .hostNotFound, remedy: "spelling of the host name", subject: project("acme/billing"),
            network: .failing(.unreachableDNS)),
        Self(
            name: "a project looked for with a token that reads profiles only", code: .insufficientScope,
            state: .unreachable, verdict: .invalidPermissions, remedy: "read_api",
            subject: project("acme/billing")
        ) { $0.addToken(scopes: ["read_user"]) },
    ]

    static let all = instances + tokens + access + projects + hookTests
}
