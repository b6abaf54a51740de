public import GitLabVocabulary

/// What was done to the thing an event is about. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/>
public struct WebhookAction: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let open = Self(rawValue: "open")
    public static let close = Self(rawValue: "close")
    public static let reopen = Self(rawValue: "reopen")
    public static let update = Self(rawValue: "update")
    /// Somebody approved; not yet enough.
    public static let approval = Self(rawValue: "approval")
    /// Somebody approved, and that made it approved: sent instead of `approval`.
    public static let approved = Self(rawValue: "approved")
    /// Somebody took his approval back; it stays as approved as it was.
    public static let unapproval = Self(rawValue: "unapproval")
    /// Somebody took his approval back, and that ended it being approved: sent instead of `unapproval`.
    public static let unapproved = Self(rawValue: "unapproved")
    public static let merge = Self(rawValue: "merge")
    public static let create = Self(rawValue: "create")
    public static let delete = Self(rawValue: "delete")
    /// An emoji was given.
    public static let award = Self(rawValue: "award")
    /// An emoji was taken back.
    public static let revoke = Self(rawValue: "revoke")
}
