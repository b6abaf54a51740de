public import Foundation

/// Which users a list shall hold; what is not set does not restrict.
///
/// <https://docs.gitlab.com/api/users/#list-users>
public struct UserFilter: Hashable, Sendable {
    /// Only the user of exactly this name.
    public var username: String?
    /// Only those whose name or username contains this, or whose public e-mail address is this.
    public var search: String?
    /// Only those who can sign in.
    public var isActive: Bool?
    /// Only those who are kept out.
    public var isBlocked: Bool?
    /// Only external users.
    public var isExternal: Bool?
    /// Only people: neither bots nor GitLab's own users.
    public var isHuman: Bool?
    /// Neither bots of project nor of group access tokens.
    public var withoutProjectBots: Bool?
    /// For administrators; as `createdBefore`.
    public var createdAfter: Date?
    public var createdBefore: Date?

    public init(
        username: String? = nil, search: String? = nil, isActive: Bool? = nil, isBlocked: Bool? = nil,
        isExternal: Bool? = nil, isHuman: Bool? = nil, withoutProjectBots: Bool? = nil,
        createdAfter: Date? = nil, createdBefore: Date? = nil
    ) {
        self.username = username
        self.search = search
        self.isActive = isActive
        self.isBlocked = isBlocked
        self.isExternal = isExternal
        self.isHuman = isHuman
        self.withoutProjectBots = withoutProjectBots
        self.createdAfter = createdAfter
        self.createdBefore = createdBefore
    }

    var query: QueryItems {
        var query: QueryItems = [
            "username": username, "search": search, "active": isActive, "blocked": isBlocked,
            "external": isExternal, "humans": isHuman, "without_project_bots": withoutProjectBots,
        ]
        query.append("created_after", instant: createdAfter)
        query.append("created_before", instant: createdBefore)
        return query
    }
}
