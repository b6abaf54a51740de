/// Why a merge request can or cannot be merged. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/merge_requests/#merge-status>
public struct DetailedMergeStatus: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let mergeable = Self(rawValue: "mergeable")
    public static let checking = Self(rawValue: "checking")
    public static let unchecked = Self(rawValue: "unchecked")
    public static let preparing = Self(rawValue: "preparing")
    public static let conflict = Self(rawValue: "conflict")
    public static let draftStatus = Self(rawValue: "draft_status")
    public static let notApproved = Self(rawValue: "not_approved")
    public static let notOpen = Self(rawValue: "not_open")
    public static let ciMustPass = Self(rawValue: "ci_must_pass")
    public static let ciStillRunning = Self(rawValue: "ci_still_running")
    public static let requestedChanges = Self(rawValue: "requested_changes")
    public static let discussionsNotResolved = Self(rawValue: "discussions_not_resolved")
    public static let needRebase = Self(rawValue: "need_rebase")
    public static let approvalsSyncing = Self(rawValue: "approvals_syncing")
    public static let codeOwnersApproval = Self(rawValue: "code_owners_approval")
    public static let commitsStatus = Self(rawValue: "commits_status")
    public static let jiraAssociationMissing = Self(rawValue: "jira_association_missing")
    public static let lockedLFSFiles = Self(rawValue: "locked_lfs_files")
    public static let lockedPaths = Self(rawValue: "locked_paths")
    public static let mergeRequestBlocked = Self(rawValue: "merge_request_blocked")
    public static let mergeTime = Self(rawValue: "merge_time")
    public static let securityPolicyViolations = Self(rawValue: "security_policy_violations")
    public static let statusChecksMustPass = Self(rawValue: "status_checks_must_pass")
    public static let titleRegex = Self(rawValue: "title_regex")
}
