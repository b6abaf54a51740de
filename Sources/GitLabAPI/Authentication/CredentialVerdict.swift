import Foundation
import WireFormat

/// What an answer says about the credential it was asked with.
enum CredentialVerdict {
    case success
    /// Revoked, expired, unknown, or its user blocked.
    case dead(GitLabError)
    /// Short of a scope.
    case unscoped(GitLabError)
    /// The project or group is hidden from it, whatever else there is.
    case blind(GitLabError)
    /// What was asked for is missing, or its project is hidden.
    case missing(GitLabError)
    /// The role does not suffice, or the feature is off for everyone.
    case forbidden(GitLabError)
    /// Nothing: a fault, a limit, a request that no credential would make better.
    case nothing

    init(_ outcome: Result<HTTPResponse, GitLabError>, to request: HTTPRequest, now: Date) {
        switch outcome {
        case .success(let response) where (200..<300).contains(response.status):
            self =
                response.hides(request.hiddenIfNull)
                ? .blind(GitLabError(.notFound, request: request.description, status: response.status))
                : .success
        case .success(let response):
            self.init(GitLabError(response: response, request: request, now: now))
        case .failure(let error):
            // A provider that cannot get another token says so without an answer.
            self.init(error)
        }
    }

    private init(_ error: GitLabError) {
        let said = error.detail?.lowercased() ?? ""
        self =
            switch error.code {
            case .invalidToken, .expiredToken, .revokedToken, .authorizationRequired, .successorLost:
                .dead(error)
            case .insufficientScope: .unscoped(error)
            case .forbidden where said.contains("account has been"): .dead(error)
            case .forbidden: .forbidden(error)
            case .notFound
            where said.contains("project not found") || said.contains("group not found"): .blind(error)
            case .notFound: .missing(error)
            default: .nothing
            }
    }
}

extension HTTPResponse {
    /// An answer that says nothing of a project is short.
    private static let longestEmptyAnswer = 4_096

    /// Whether GraphQL's `data` holds null under that name: what a token may not see, without an error.
    fileprivate func hides(_ name: String?) -> Bool {
        guard let name, body.count <= Self.longestEmptyAnswer, let answer = try? JSONValue(parsing: body)
        else { return false }
        return answer["errors"] == nil && answer["data"]?[name] == .null
    }
}
