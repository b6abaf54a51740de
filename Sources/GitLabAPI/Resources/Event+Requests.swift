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
        Self(
            path: "\(project.apiPath)/events",
            query: [
                "action": action, "target_type": target, "after": after.map { WireDate($0).dateOnly },
                "before": before.map { WireDate($0).dateOnly }, "sort": sort, "per_page": perPage,
            ])
    }
}
