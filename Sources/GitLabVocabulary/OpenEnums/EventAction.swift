/// What a contribution event says was done, as `action_name` spells it. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/user/profile/contributions_calendar/>
public struct EventAction: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let approved = Self(rawValue: "approved")
    /// A merge request was merged.
    public static let accepted = Self(rawValue: "accepted")
    public static let opened = Self(rawValue: "opened")
    public static let closed = Self(rawValue: "closed")
    public static let created = Self(rawValue: "created")
    public static let reopened = Self(rawValue: "reopened")
    public static let commentedOn = Self(rawValue: "commented on")
    public static let pushedTo = Self(rawValue: "pushed to")
    /// A branch or tag was created by a push.
    public static let pushedNew = Self(rawValue: "pushed new")
    public static let deleted = Self(rawValue: "deleted")
    public static let updated = Self(rawValue: "updated")
    public static let joined = Self(rawValue: "joined")
    public static let left = Self(rawValue: "left")
}
