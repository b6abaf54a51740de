public import GitLabVocabulary

/// What an event is about. An open set: kinds this version does not know keep GitLab's own name.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/>
public struct WebhookKind: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let push = Self(rawValue: "push")
    public static let tagPush = Self(rawValue: "tag_push")
    public static let mergeRequest = Self(rawValue: "merge_request")
    public static let note = Self(rawValue: "note")
    /// Issues and all other work items.
    public static let issue = Self(rawValue: "issue")
    public static let pipeline = Self(rawValue: "pipeline")
    /// GitLab writes `build`.
    public static let job = Self(rawValue: "job")
    public static let deployment = Self(rawValue: "deployment")
    public static let release = Self(rawValue: "release")
    public static let milestone = Self(rawValue: "milestone")
    public static let emoji = Self(rawValue: "emoji")
    public static let wikiPage = Self(rawValue: "wiki_page")
    public static let featureFlag = Self(rawValue: "feature_flag")
    /// Members of groups and of projects, and those who ask to become one.
    public static let member = Self(rawValue: "member")
    public static let project = Self(rawValue: "project")
    public static let group = Self(rawValue: "group")
    public static let subgroup = Self(rawValue: "subgroup")
    public static let accessToken = Self(rawValue: "access_token")
    public static let deployToken = Self(rawValue: "deploy_token")
    public static let vulnerability = Self(rawValue: "vulnerability")
    public static let repositoryUpdate = Self(rawValue: "repository_update")
    public static let user = Self(rawValue: "user")
    /// SSH keys of users.
    public static let key = Self(rawValue: "key")
    /// Promotions of members that an administrator must approve.
    public static let memberApproval = Self(rawValue: "member_approval")
}
