public import Foundation
public import GitLabVocabulary

/// An access token with what GitLab issued beside it: of an OAuth grant, or of one personal, project or group token.
///
/// It prints redacted and cannot be encoded; who keeps it takes it apart and seals what is secret.
public struct IssuedTokens: Sendable, Equatable, CustomStringConvertible {
    public let access: AccessToken
    /// Buys the next tokens, once; `nil` where GitLab gave none, as for all but OAuth.
    public let refresh: Secret?
    /// By GitLab's clock, from when on the access token is refused; `nil` for never.
    public let expiresAt: Date?
    /// What was granted; empty where GitLab did not say.
    public let scopes: [TokenScope]
    /// By GitLab's clock.
    public let createdAt: Date?

    public init(
        access: AccessToken, refresh: Secret? = nil, expiresAt: Date? = nil, scopes: [TokenScope] = [],
        createdAt: Date? = nil
    ) {
        self.access = access
        self.refresh = refresh
        self.expiresAt = expiresAt
        self.scopes = scopes
        self.createdAt = createdAt
    }

    /// A personal, project or group token with what `Request.ownToken` tells of it.
    public init(access: AccessToken, _ token: PersonalAccessToken) {
        self.init(
            access: access, expiresAt: token.expiresAt, scopes: token.scopes, createdAt: token.createdAt)
    }

    public var description: String {
        let end = expiresAt.map { "until \($0.ISO8601Format())" } ?? "without end"
        return "<redacted> \(end)"
    }

    var secrets: [Secret] { [access.secret, refresh].compactMap(\.self) }

    func isExpired(at now: Date) -> Bool { expiresAt.map { $0 <= now } ?? false }

    /// Whether it ends within that span. One that lives shorter than twice the span is due halfway, so that a new one
    /// never is at once.
    func isDue(at now: Date, ahead leeway: Duration) -> Bool {
        guard let expiresAt else { return false }
        let half = createdAt.map { max(0, expiresAt.timeIntervalSince($0) / 2) } ?? .infinity
        return now.addingTimeInterval(min(max(0, leeway / .seconds(1)), half)) >= expiresAt
    }
}
