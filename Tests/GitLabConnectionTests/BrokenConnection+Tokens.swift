import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary

extension BrokenConnection {
    /// The token and its user.
    static let tokens: [Self] = [
        Self(
            name: "no token", code: .tokenMissing, state: .unreachable, verdict: .invalidCredentials,
            remedy: "Create a token", token: " \n"),
        Self(
            name: "a token nobody knows", code: .invalidCredentials, state: .unreachable,
            verdict: .invalidCredentials, remedy: "Paste the whole token",
            token: "glpat-OfAnother0Instance"),
        Self(
            name: "blanks around the token", code: .blanksInToken, state: .connected,
            remedy: "without blanks", token: "\(CheckLab.token) \n"),
        Self(
            name: "a line end within the token", code: .blanksInToken, state: .unreachable,
            verdict: .invalidCredentials, remedy: "without blanks", token: "glpat-Marked0\nSecret1Value2"),
        Self(
            name: "an expired token", code: .tokenExpired, state: .unreachable, verdict: .invalidCredentials,
            remedy: "Create a new token"
        ) { $0.addToken(expiresIn: -3) },
        Self(
            name: "a revoked token", code: .tokenRevoked, state: .unreachable, verdict: .invalidCredentials,
            remedy: "Create a new token"
        ) { lab in
            lab.addToken()
            lab.world.revokeToken(CheckLab.token)
        },
        Self(
            name: "a deploy token", code: .wrongTokenKind, state: .unreachable, verdict: .invalidCredentials,
            remedy: "personal, project or group access token", token: "gldt-Marked0Secret1Value2"
        ) { $0.world.addDeployToken("gldt-Marked0Secret1Value2", project: $0.billing) },
        Self(
            name: "the token of a CI job", code: .wrongTokenKind, state: .unreachable,
            verdict: .invalidCredentials, remedy: "personal, project or group access token",
            token: "glcbt-Marked0Secret1Value2"
        ) { $0.world.addJobToken("glcbt-Marked0Secret1Value2", for: $0.user, project: $0.billing) },
        Self(
            name: "an impersonation token where they are switched off", code: .impersonationDisabled,
            state: .unreachable, verdict: .invalidCredentials, remedy: "allow impersonation"
        ) { lab in
            lab.world.addImpersonationToken(CheckLab.token, for: lab.user)
            lab.world.allowsImpersonation = false
        },
        Self(
            name: "a fine-grained token without merge requests", code: .permissionMissing, state: .degraded,
            verdict: .invalidPermissions, remedy: "with the permission that is named"
        ) { $0.addFineGrainedToken(without: ["read_merge_request"]) },
        Self(
            name: "a fine-grained token without projects", code: .permissionMissing, state: .degraded,
            verdict: .invalidPermissions, remedy: "with the permission that is named"
        ) { $0.addFineGrainedToken(without: ["read_project"]) },
        Self(
            name: "a blocked user", code: .blockedUser, state: .unreachable, verdict: .invalidCredentials,
            remedy: "unblock"
        ) { lab in
            lab.addToken()
            try lab.world.blockUser(lab.user)
        },
        Self(
            name: "a token in its last days", code: .tokenExpiresSoon, state: .connected, remedy: "Rotate"
        ) { $0.addToken(expiresIn: 7) },
        Self(
            name: "a token that reads profiles only", code: .insufficientScope, state: .unreachable,
            verdict: .invalidPermissions, remedy: "read_api"
        ) { $0.addToken(scopes: ["read_user"]) },
        Self(
            name: "a token for Git only", code: .insufficientScope, state: .unreachable,
            verdict: .invalidPermissions, remedy: "read_api"
        ) { $0.addToken(scopes: ["read_repository", "write_repository"]) },
        Self(
            name: "comments wanted of a token that reads", code: .insufficientScope, state: .degraded,
            verdict: .invalidPermissions, remedy: "scope api",
            options: .init(capabilities: [.commentOnMergeRequests])),
        Self(
            name: "webhooks wanted of a Reporter", code: .roleTooLow, state: .degraded,
            verdict: .invalidPermissions, remedy: "Maintainer", options: .init(capabilities: [.manageHooks])
        ) { $0.addToken(scopes: ["api"]) },
    ]
}
