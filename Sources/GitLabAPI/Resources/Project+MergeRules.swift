extension Project {
    /// What a project demands of merge requests, and does with them.
    ///
    /// <https://docs.gitlab.com/api/projects/>
    public struct MergeRules: Decodable, Hashable, Sendable {
        public let requiresSuccessfulPipeline: Bool?
        /// `nil` means no.
        public let allowsSkippedPipeline: Bool?
        public let requiresResolvedDiscussions: Bool?
        /// What new merge requests begin with.
        public let removesSourceBranch: Bool?
        /// Whether a push resolves discussions of lines it changes.
        public let resolvesOutdatedDiscussions: Bool?
        /// Whether merging closes the issues it names.
        public let closesReferencedIssues: Bool?
        /// Deprecated by GitLab for approval rules; Premium and Ultimate only.
        public let approvalsBeforeMerge: Int?
        /// Premium and Ultimate only.
        public let mergeTrainsEnabled: Bool?
        /// Whether pipelines run on the merged result; Premium and Ultimate only.
        public let mergePipelinesEnabled: Bool?
        /// Ultimate only.
        public let requiresStatusChecks: Bool?
        /// Ultimate only.
        public let requiresJiraIssue: Bool?
        /// What titles must match; `nil` for anything.
        public let titlePattern: String?
        /// `nil` for GitLab's own.
        public let mergeCommitTemplate: String?
        /// `nil` for GitLab's own.
        public let squashCommitTemplate: String?

        private enum CodingKeys: String, CodingKey {
            case requiresSuccessfulPipeline = "only_allow_merge_if_pipeline_succeeds"
            case allowsSkippedPipeline = "allow_merge_on_skipped_pipeline"
            case requiresResolvedDiscussions = "only_allow_merge_if_all_discussions_are_resolved"
            case removesSourceBranch = "remove_source_branch_after_merge"
            case resolvesOutdatedDiscussions = "resolve_outdated_diff_discussions"
            case closesReferencedIssues = "autoclose_referenced_issues"
            case approvalsBeforeMerge = "approvals_before_merge"
            case mergeTrainsEnabled = "merge_trains_enabled"
            case mergePipelinesEnabled = "merge_pipelines_enabled"
            case requiresStatusChecks = "only_allow_merge_if_all_status_checks_passed"
            case requiresJiraIssue = "prevent_merge_without_jira_issue"
            case titlePattern = "merge_request_title_regex"
            case mergeCommitTemplate = "merge_commit_template"
            case squashCommitTemplate = "squash_commit_template"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            requiresSuccessfulPipeline = fields.optionalFlag(.requiresSuccessfulPipeline)
            allowsSkippedPipeline = fields.optionalFlag(.allowsSkippedPipeline)
            requiresResolvedDiscussions = fields.optionalFlag(.requiresResolvedDiscussions)
            removesSourceBranch = fields.optionalFlag(.removesSourceBranch)
            resolvesOutdatedDiscussions = fields.optionalFlag(.resolvesOutdatedDiscussions)
            closesReferencedIssues = fields.optionalFlag(.closesReferencedIssues)
            approvalsBeforeMerge = fields.integer(.approvalsBeforeMerge)
            mergeTrainsEnabled = fields.optionalFlag(.mergeTrainsEnabled)
            mergePipelinesEnabled = fields.optionalFlag(.mergePipelinesEnabled)
            requiresStatusChecks = fields.optionalFlag(.requiresStatusChecks)
            requiresJiraIssue = fields.optionalFlag(.requiresJiraIssue)
            titlePattern = fields.lenient(.titlePattern)
            mergeCommitTemplate = fields.lenient(.mergeCommitTemplate)
            squashCommitTemplate = fields.lenient(.squashCommitTemplate)
        }
    }
}
