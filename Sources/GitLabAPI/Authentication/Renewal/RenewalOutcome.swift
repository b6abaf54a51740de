import Foundation

/// What came of asking GitLab for new tokens.
enum RenewalOutcome: Sendable {
    /// - Parameter clockOffset: what is to be added to our clock to get GitLab's, in seconds.
    case renewed(IssuedTokens, clockOffset: TimeInterval)
    /// The old ones are used up. Either another process has the new ones, or nobody has.
    case spent(GitLabError)
    /// The old ones are as good as before.
    case failed(GitLabError)

    /// GitLab's word for its fault, our own for a lost answer: worth another attempt soon.
    static func isPassing(_ error: GitLabError) -> Bool {
        switch error.code {
        case .serverFault, .connectionBroken, .timedOut, .unreachableDNS, .unreachableRefused: true
        default: false
        }
    }
}
