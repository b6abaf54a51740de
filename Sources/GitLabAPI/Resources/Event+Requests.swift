public import Foundation
public import GitLabVocabulary
import WireFormat

extension Event {
    /// Which events a list holds. The words differ from those an event then carries as its `action`.
    ///
    /// <https://docs.gitlab.com/user/profile/contributions_calendar/#user-contribution-events>
    public struct ActionFilter: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let approved = Self(rawValue: "approved")
        public static let closed = Self(rawValue: "closed")
        public static let commented = Self(rawValue: "commented")
        public static let created = Self(rawValue: "created")
        public static let destroyed = Self(rawValue: "destroyed")
        public static let expired = Self(rawValue: "expired")
        public static let joined = Self(rawValue: "joined")
        public static let left = Self(rawValue: "left")
        public static let merged = Self(rawValue: "merged")
        public static let pushed = Self(rawValue: "pushed")
        public static let reopened = Self(rawValue: "reopened")
        public static let updated = Self(rawValue: "updated")
    }

    /// On what the events of a list were done.
    ///
    /// <https://docs.gitlab.com/api/events/#target-type>
    public struct TargetFilter: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let issue = Self(rawValue: "issue")
        public static let mergeRequest = Self(rawValue: "merge_request")
        public static let milestone = Self(rawValue: "milestone")
        public static let note = Self(rawValue: "note")
        public static let project = Self(rawValue: "project")
        public static let user = Self(rawValue: "user")
        public static let snippet = Self(rawValue: "snippet")
        public static let wiki = Self(rawValue: "wiki")
        public static let design = Self(rawValue: "design")
        /// Premium and Ultimate, newer versions.
        public static let epic = Self(rawValue: "epic")
    }
}

extension Request where Response == Page<Event> {
    /// The contribution events of a project. With `.approved` and `.mergeRequest` the only list of approval times
    /// that older versions have.
    ///
    /// - Parameters:
    ///   - after: only events of days after this one, in UTC: GitLab takes a day and leaves it out.
    ///   - before: only events of days before this one, in UTC.
    ///
    /// <https://docs.gitlab.com/api/events/#list-a-projects-visible-events>
    public static func events(
        in project: ProjectReference, action: Event.ActionFilter? = nil, target: Event.TargetFilter? = nil,
        after: Date? = nil, before: Date? = nil, sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        events("\(project.apiPath)/events", nil, action, target, after, before, sort, perPage)
    }

    /// The contribution events of a user that the token can see; needs the scope `read_user`, `read_api` or `api`.
    ///
    /// <https://docs.gitlab.com/api/events/#list-user-contribution-events>
    public static func events(
        of user: UserID, action: Event.ActionFilter? = nil, target: Event.TargetFilter? = nil,
        after: Date? = nil, before: Date? = nil, sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        events("users/\(user)/events", nil, action, target, after, before, sort, perPage)
    }

    /// The contribution events of the user whose token is sent; needs the scope `read_user`, `read_api`
    /// or `api`.
    ///
    /// - Parameter ofAllProjects: also what others did in the user's projects.
    ///
    /// <https://docs.gitlab.com/api/events/#list-all-events>
    public static func ownEvents(
        ofAllProjects: Bool = false, action: Event.ActionFilter? = nil, target: Event.TargetFilter? = nil,
        after: Date? = nil, before: Date? = nil, sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        events("events", ofAllProjects ? "all" : nil, action, target, after, before, sort, perPage)
    }

    private static func events(
        _ path: String, _ scope: String?, _ action: Event.ActionFilter?, _ target: Event.TargetFilter?,
        _ after: Date?, _ before: Date?, _ sort: SortDirection, _ perPage: Int
    ) -> Self {
        Self(
            path: path,
            query: [
                "scope": scope, "action": action, "target_type": target,
                "after": after.map { WireDate($0).dateOnly },
                "before": before.map { WireDate($0).dateOnly }, "sort": sort, "per_page": perPage,
            ])
    }
}
