extension Finding.Code {
    /// What to do about it, in one sentence; a general one for codes this version does not know.
    public var remedy: String { Self.remedies[self] ?? "Look at the message and the evidence." }

    private static let remedies: [Self: String] = [
        .invalidCredentials: "Paste the whole token again, and check that it was made on this instance.",
        .invalidPermissions: "Give the token more scopes, or its user a higher role.",
        .noResources:
            "Make the token's user a member of a group or project, with the role Reporter or higher.",
        .invalidAddress:
            "Give the address at which a browser opens GitLab, such as https://gitlab.example.com.",
        .apiSuffixInURL: "Leave /api/v4 out: the address of the instance is enough.",
        .blanksInURL: "Remove the blanks around the address.",
        .schemeMissing: "Write https:// before the host name.",
        .plainHTTP: "Serve GitLab by https, or keep this network to yourselves.",
        .hostNotFound: "Check the spelling of the host name, and that it resolves from this machine.",
        .connectionRefused: "Check the port, that GitLab runs, and that no firewall stands between.",
        .connectionBroken: "Try again; check the proxies between here and GitLab if it stays.",
        .timedOut: "Try again; check that a firewall does not drop what is sent to GitLab.",
        .tlsFailed:
            "Add the authority that signed the certificate to this machine's trust store, or renew it.",
        .notGitLab: "Check the address: a proxy, a sign-in page or another service answers there.",
        .redirectedElsewhere: "Use the address the instance calls its own (GitLab's external_url).",
        .serverFault: "Try again later; give the request id to GitLab's administrator if it stays.",
        .rateLimited: "Wait, and check again; ask the administrator for a higher limit if it comes often.",
        .tooOld: "Update GitLab.",
        .graphQLUnusable: "Let /api/graphql through where /api/v4 is; a proxy may block it.",
        .unreadableAnswer: "Update this package, or report the place and the GitLab version.",
        .cancelled: "Check again.",
        .tokenMissing: "Create a token with the scope read_api, and give it.",
        .blanksInToken: "Paste the token again, without blanks and line ends.",
        .wrongTokenKind: "Create a personal, project or group access token with the scope read_api.",
        .tokenExpired: "Create a new token, or rotate tokens before their expiry date.",
        .tokenRevoked: "Create a new token, or authorize the application again.",
        .tokenExpiresSoon: "Rotate the token before that day.",
        .insufficientScope:
            "Create a token with the missing scope; scopes cannot be added to one that exists.",
        .permissionMissing:
            "Create a fine-grained token with the permission that is named, or one with the scope read_api.",
        .impersonationDisabled:
            "Use a personal, project or group access token, or ask an administrator to allow impersonation.",
        .blockedUser: "Ask an administrator to unblock the user, or use the token of another.",
        .termsNotAccepted: "Sign in to GitLab as the token's user and accept the terms of service.",
        .ipRestricted: "Add this machine's address to the allowed addresses in the group's settings.",
        .ssoRequired: "Sign in to the group once through its provider, or use a group access token.",
        .accessRestricted:
            "Look at allowed IP addresses and SAML single sign-on in the group's settings; bots need no sign-on.",
        .forbidden: "Ask for a higher role in the project or group.",
        .missingOrHidden: "Check the spelling, and that the token's user is a member.",
        .wrongPath: "Use the path of the project as it stands in its web address, or its id.",
        .wrongPathCase: "Write the path as GitLab does, or use the project's id.",
        .missingNamespace: "Write the group before the project: group/project.",
        .wrongNamespace: "Check the spelling of the group.",
        .moved: "Use the new path, or the project's id, which stays.",
        .deleted: "Leave the project out of the selection.",
        .notAMember: "Make the token's user a member of the project, with the role Reporter or higher.",
        .membershipExpired: "Renew the membership of the token's user.",
        .membershipExpiresSoon: "Extend the membership of the token's user before that day.",
        .roleTooLow: "Give the token's user the role Reporter to read, Maintainer to manage webhooks.",
        .outsideToken: "Use a token of the group above, or of a user who is a member.",
        .archived: "Nothing to do to read it; unarchive it to write.",
        .featureOff: "Switch it on in the project's settings (General, Visibility), or leave it out.",
        .hookMissing: "Register the webhook.",
        .hookUnreachable: "Check that GitLab's machine reaches the URL: its name, firewall and certificate.",
        .hookHostNotFound:
            "Check the host name in the webhook's URL, and that it resolves from GitLab's machine.",
        .hookURLBlocked:
            "Use a public address, or have an administrator allow this one (Settings, Network, Outbound requests).",
        .hookTLSFailed:
            "Serve the whole chain of a certificate that GitLab's machine trusts, for that host name.",
        .hookTimedOut: "Let GitLab's machine through to the receiver, and answer within 10 seconds.",
        .hookUntested: "Change something in the project, and look at the webhook's recent events in GitLab.",
        .silentMode: "Ask an administrator to switch silent mode off.",
        .hookFailing: "Look into the receiver's own log at the time of the failed delivery.",
        .hookDisabled: "Mend the receiver, then send a test from the webhook's settings: that wakes it.",
    ]
}
