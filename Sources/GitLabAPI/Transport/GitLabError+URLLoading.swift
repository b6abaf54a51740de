import Foundation

extension GitLabError {
    /// The loading system's error in our words. The original is not kept: it holds the URL with its query.
    init(urlLoading error: any Error) {
        let error = error as NSError
        self.init(
            Self.code(urlLoading: error),
            detail: error.localizedDescription.redactingSecrets().oneLine(limit: 300),
            underlying: NSError(domain: error.domain, code: error.code))
    }

    private static func code(urlLoading error: NSError) -> Code {
        guard error.domain == NSURLErrorDomain else { return .connectionBroken }
        switch error.code {
        case NSURLErrorTimedOut: return .timedOut
        case NSURLErrorCannotFindHost, NSURLErrorDNSLookupFailed: return .unreachableDNS
        case NSURLErrorCannotConnectToHost: return .unreachableRefused
        case NSURLErrorClientCertificateRequired...NSURLErrorSecureConnectionFailed: return .unreachableTLS
        // What FoundationNetworking says of an answer that is not HTTP, and what Darwin says.
        case NSURLErrorUnsupportedURL, NSURLErrorCannotParseResponse: return .notGitLab
        case NSURLErrorBadURL: return .invalidURL
        // FoundationNetworking has one code for everything it has no other for: only the words tell.
        case NSURLErrorUnknown where isAboutTLS(error.localizedDescription): return .unreachableTLS
        default: return .connectionBroken
        }
    }

    private static func isAboutTLS(_ message: String) -> Bool {
        let message = message.lowercased()
        return ["ssl", "tls", "certificate"].contains { message.contains($0) }
    }
}
