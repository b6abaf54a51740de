extension GraphQL {
    /// Why a merge request can or cannot be merged, in words that differ from REST's.
    ///
    /// <https://docs.gitlab.com/api/graphql/reference/#detailedmergestatus>
    enum MergeStatus {
        private static let words = [
            "merge_request_blocked": "BLOCKED_STATUS", "status_checks_must_pass": "EXTERNAL_STATUS_CHECKS",
            "jira_association_missing": "JIRA_ASSOCIATION", "title_regex": "TITLE_NOT_MATCHING",
            "security_policy_violations": "SECURITY_POLICIES_VIOLATIONS",
        ]

        static func word(_ status: String?) -> String? { status.map { words[$0] ?? $0.uppercased() } }
    }
}
