public import GitLabVocabulary

extension Hook {
    /// What makes GitLab send a hook, by the name of its switch. An open set: unknown switches decode too.
    ///
    /// <https://docs.gitlab.com/user/project/integrations/webhook_events/>
    public struct Trigger: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// On in new hooks unless switched off.
        public static let push = Self(rawValue: "push_events")
        public static let tagPush = Self(rawValue: "tag_push_events")
        /// Issues that everybody may see, incidents and other types included.
        public static let issues = Self(rawValue: "issues_events")
        public static let confidentialIssues = Self(rawValue: "confidential_issues_events")
        public static let notes = Self(rawValue: "note_events")
        public static let confidentialNotes = Self(rawValue: "confidential_note_events")
        public static let mergeRequests = Self(rawValue: "merge_requests_events")
        public static let jobs = Self(rawValue: "job_events")
        public static let pipelines = Self(rawValue: "pipeline_events")
        public static let wikiPages = Self(rawValue: "wiki_page_events")
        public static let deployments = Self(rawValue: "deployment_events")
        public static let featureFlags = Self(rawValue: "feature_flag_events")
        public static let releases = Self(rawValue: "releases_events")
        public static let milestones = Self(rawValue: "milestone_events")
        public static let emoji = Self(rawValue: "emoji_events")
        /// Access tokens of a project or group that are about to expire.
        public static let resourceAccessTokens = Self(rawValue: "resource_access_token_events")
        /// Deploy tokens of a project that are about to expire.
        public static let resourceDeployTokens = Self(rawValue: "resource_deploy_token_events")
        /// Ultimate.
        public static let vulnerabilities = Self(rawValue: "vulnerability_events")
        /// Of groups only.
        public static let subgroups = Self(rawValue: "subgroup_events")
        /// Of groups only.
        public static let members = Self(rawValue: "member_events")
        /// Of groups only.
        public static let projects = Self(rawValue: "project_events")
        /// Of the instance only: one for a push however many refs it moves.
        public static let repositoryUpdates = Self(rawValue: "repository_update_events")

        /// Those that projects and groups share.
        static let common: Set<Self> = [
            .push, .tagPush, .issues, .confidentialIssues, .notes, .confidentialNotes, .mergeRequests, .jobs,
            .pipelines, .wikiPages, .deployments, .featureFlags, .releases, .milestones, .emoji,
            .resourceAccessTokens, .vulnerabilities,
        ]
    }
}
