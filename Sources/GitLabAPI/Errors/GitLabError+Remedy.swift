extension GitLabError {
    /// What to do about it, in one sentence; `nil` for codes this version does not know and for `.cancelled`.
    public var remedy: String? {
        switch code {
        case .invalidURL:
            "Give the address at which a browser opens GitLab, such as https://gitlab.example.com."
        case .invalidToken: "Check that the whole token was pasted and that it belongs to this instance."
        case .expiredToken: "Create a new token, or rotate tokens before their expiry date."
        case .revokedToken: "Create a new token, or authorize the application again."
        case .insufficientScope:
            "Create a token with the scope \(requiredScope ?? "read_api"), or another that includes it."
        case .forbidden:
            "Ask for a higher role in the project or group, or check the group's IP and SSO restrictions."
        case .notFound:
            "Check the spelling and that the token's user is a member: GitLab hides what a user may not see."
        case .rejected: "Correct the request as the message says."
        case .rateLimited: "Wait until then, or lower the rate of requests."
        case .serverFault: "Try again later; give the request id to the administrator if it stays."
        case .invalidRequest: "Correct the request: header fields have one line, and GET has no body."
        case .closed: "Send requests before closing, or make a new client."
        case .unreachableDNS: "Check the host name and the network's name service."
        case .unreachableRefused: "Check the port, and that GitLab is running."
        case .unreachableTLS: "Check the certificate, and that its authority is in this system's trust store."
        case .timedOut: "Try again; check for a firewall if it never answers."
        case .connectionBroken: "Try again; check the proxy between here and GitLab if it stays."
        case .responseTooLarge: "Ask for fewer elements a page."
        case .notGitLab: "Check the address: a proxy, a sign-in page or another service answers there."
        case .foreignOrigin: "Use the address the instance calls its own (GitLab's external_url)."
        case .pagingLoop: "Report this to the instance's administrator: a proxy may drop the query."
        case .decoding: "Update this package, or report the place and the GitLab version."
        case .queryTooComplex: "Ask for fewer elements a page, or for less of each."
        case .invalidQuery: "Ask only for what the instance's version has."
        case .invalidSealingKey:
            "Make a key with openssl rand -base64 32, and give each key an id of its own."
        case .unknownSealingKey: "Add the key to the keyring until everything is sealed with the current one."
        case .sealBroken: "Enter the secret anew; find out who changed or moved the stored value."
        case .invalidSealedSecret: "Restore the stored value, or enter the secret anew."
        default: oauthRemedy ?? renewalRemedy
        }
    }
}
