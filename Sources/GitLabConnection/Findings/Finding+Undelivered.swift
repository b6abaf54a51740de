extension Finding {
    /// Why the receiver of a webhook gave no answer, as far as GitLab's words tell: it passes on those of whatever
    /// failed. `nil` for words that tell nothing of the kind.
    init?(undelivered words: String, evidence: Evidence) {
        guard let code = Code(undelivered: words.lowercased()) else { return nil }
        let message =
            switch code {
            case .hookURLBlocked: "The instance sends no webhooks to this address."
            case .hookHostNotFound: "GitLab's machine cannot resolve the host name of our receiver."
            case .hookTLSFailed: "GitLab does not accept the TLS certificate of our receiver."
            case .hookTimedOut: "GitLab waited for our receiver in vain."
            default: "GitLab got no answer from our receiver to the test."
            }
        self.init(code, .error, message, evidence: evidence)
    }
}

extension Finding.Code {
    private static let words: [(code: Self, anyOf: [String])] = [
        (.hookHostNotFound, ["cannot be resolved", "getaddrinfo", "name or service not known"]),
        (.hookURLBlocked, ["is blocked", "local network"]),
        (.hookTLSFailed, ["ssl_connect", "certificate"]),
        (.hookTimedOut, ["timeout", "timed out", "execution expired"]),
        (
            .hookUnreachable,
            [
                "failed to open tcp", "connection refused", "connection reset", "no route to host",
                "unreachable", "end of file",
            ]
        ),
    ]

    fileprivate init?(undelivered words: String) {
        guard let match = Self.words.first(where: { $0.anyOf.contains { words.contains($0) } }) else {
            return nil
        }
        self = match.code
    }
}
