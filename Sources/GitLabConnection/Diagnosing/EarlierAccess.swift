public import Foundation
public import GitLabVocabulary

/// What a host knows of a project from times when it could be read: GitLab does not tell afterwards.
public struct EarlierAccess: Hashable, Sendable {
    /// Its id, which stays when it is moved.
    public var id: ProjectID?
    /// When it was last read.
    public var lastRead: Date?
    /// When the membership of the token's user was to end.
    public var membershipEndsAt: Date?

    public init(id: ProjectID? = nil, lastRead: Date? = nil, membershipEndsAt: Date? = nil) {
        self.id = id
        self.lastRead = lastRead
        self.membershipEndsAt = membershipEndsAt
    }

    var isKnown: Bool { id != nil || lastRead != nil }
}
