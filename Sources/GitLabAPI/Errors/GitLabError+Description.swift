public import Foundation

extension GitLabError: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable,
    LocalizedError
{
    /// One line: what is wrong, in whose words, and where.
    public var description: String {
        let place = [request, status.map { "status \($0)" }, requestID.map { "request id \($0)" }]
            .compactMap(\.self)
        return [
            summary, detail.map { ": \($0)" }, place.isEmpty ? nil : " (\(place.joined(separator: ", ")))",
        ].compactMap(\.self).joined()
    }

    public var debugDescription: String { description }
    public var errorDescription: String? { description }
    public var recoverySuggestion: String? { remedy }

    public var customMirror: Mirror {
        Mirror(self, children: ["code": code.rawValue, "description": description])
    }

    private var summary: String {
        switch code {
        case .invalidURL: "not the address of a GitLab instance"
        case .invalidToken: "GitLab does not accept the token"
        case .expiredToken: "the token has expired"
        case .revokedToken: "the token was revoked"
        case .insufficientScope: "the token lacks the scope \(requiredScope ?? "this call needs")"
        case .forbidden: "GitLab forbids this to the token's user"
        case .notFound: "not found, or hidden from this token"
        case .rejected: "GitLab refused the request"
        case .rateLimited:
            "too many requests\(retryAt.map { ", GitLab answers again at \($0.ISO8601Format())" } ?? "")"
        case .serverFault: "GitLab failed"
        case .invalidRequest: "the request cannot be sent as it is"
        case .closed: "the transport is closed"
        case .unreachableDNS: "the host name does not resolve"
        case .unreachableRefused: "nothing listens at that address and port"
        case .unreachableTLS: "no trusted TLS connection could be made"
        case .timedOut: "no answer in time"
        case .connectionBroken: "the connection broke"
        case .responseTooLarge: "the answer is too large"
        case .notGitLab: "what answered is not GitLab"
        case .foreignOrigin: "the answer leads away from the instance"
        case .pagingLoop: "the pages of the list lead in a circle"
        case .decoding: "the answer is not what GitLab documents"
        case .invalidSealingKey: "not a sealing key"
        case .unknownSealingKey: "the key that sealed the secret is missing"
        case .sealBroken: "the sealed secret cannot be opened"
        case .invalidSealedSecret: "not a sealed secret"
        case .cancelled: "cancelled"
        default: oauthSummary ?? renewalSummary ?? code.rawValue
        }
    }
}
