public import Foundation
public import GitLabVocabulary

/// What a registry tells of a credential: everything but the secret.
public struct CredentialInfo: Codable, Hashable, Sendable, Identifiable {
    /// The registry's own name for it; random.
    public let id: String
    /// What people call it.
    public var label: String
    /// What GitLab said the token may do; empty while that is not known.
    public var scopes: [TokenScope]
    /// By GitLab's clock, from when on it is refused; `nil` for never, or not known.
    public var expiresAt: Date?
    public let createdAt: Date
    /// When its token or label was last replaced.
    public var updatedAt: Date

    /// Whether it ends within that span, or has ended.
    public func expires(within span: Duration, of now: Date) -> Bool {
        expiresAt.map { $0 <= now.addingTimeInterval(max(0, span / .seconds(1))) } ?? false
    }
}
