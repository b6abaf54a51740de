import GitLabVocabulary
import WebhookModels

extension PublishedWebhookTests {
    static let rows: [Row] = [
        Row(
            "system/group_create", "System Hook", .group, nil, "group/78", "group_create",
            "2012-07-21T07:30:54Z"),
        Row("system/group_destroy", "System Hook", .group, nil, "group/78", "group_destroy", nil),
        Row(
            "system/group_rename", "System Hook", .group, nil, "group/64", "group_rename",
            "2017-11-01T10:23:52Z"),
        Row("system/key_create", "System Hook", .key, nil, "key/4", "key_create", "2014-08-18 18:45:16 UTC"),
        Row("system/key_destroy", "System Hook", .key, nil, "key/4", "key_destroy", nil),
        Row(
            "system/merge_request", "System Hook", .mergeRequest, 1, "merge_request/1", "open",
            "2013-12-03T17:23:34Z"),
        Row(
            "system/project_create", "System Hook", .project, 74, "project", "project_create",
            "2012-07-21T07:30:54Z"),
        Row("system/project_destroy", "System Hook", .project, 73, "project", "project_destroy", nil),
        Row(
            "system/project_rename", "System Hook", .project, 73, "project", "project_rename",
            "2012-07-21T07:38:22Z"),
        Row(
            "system/project_transfer", "System Hook", .project, 73, "project", "project_transfer",
            "2012-07-21T07:38:22Z"),
        Row(
            "system/project_update", "System Hook", .project, 74, "project", "project_update",
            "2012-07-21T07:38:22Z"),
        Row("system/push", "System Hook", .push, 15, "branch/master", nil, nil),
        Row("system/push_no_commits", "System Hook", .push, 15, "branch/master", nil, nil),
        Row("system/repository_update", "System Hook", .repositoryUpdate, 1, nil, nil, nil),
        Row(
            "system/subscription_member_approval_enqueue", "System Hook", .memberApproval, nil, "user/42",
            "enqueue", "2025-04-10T14:05:00Z"),
        Row(
            "system/subscription_member_approvals_approve", "System Hook", .memberApproval, nil, "user/42",
            "approve", "2025-04-10T14:10:00Z"),
        Row(
            "system/subscription_member_approvals_deny", "System Hook", .memberApproval, nil, "user/42",
            "deny", "2025-04-10T14:12:00Z"),
        Row("system/tag_push", "System Hook", .tagPush, 1, "tag/v1.0.0", nil, nil),
        Row(
            "system/user_access_request_revoked_for_group", "System Hook", .member, nil, "member/41",
            "user_access_request_revoked_for_group", nil),
        Row(
            "system/user_access_request_revoked_for_project", "System Hook", .member, 74, "member/41",
            "user_access_request_revoked_for_project", nil),
        Row(
            "system/user_access_request_to_group", "System Hook", .member, nil, "member/41",
            "user_access_request_to_group", "2012-07-21T07:30:56Z"),
        Row(
            "system/user_access_request_to_project", "System Hook", .member, 74, "member/41",
            "user_access_request_to_project", "2012-07-21T07:30:56Z"),
        Row(
            "system/user_add_to_group", "System Hook", .member, nil, "member/41", "user_add_to_group",
            "2012-07-21T07:30:56Z"),
        Row(
            "system/user_add_to_team", "System Hook", .member, 74, "member/41", "user_add_to_team",
            "2012-07-21T07:30:56Z"),
        Row(
            "system/user_create", "System Hook", .user, nil, "user/41", "user_create", "2012-07-21T07:44:07Z"),
        Row("system/user_destroy", "System Hook", .user, nil, "user/41", "user_destroy", nil),
        Row("system/user_failed_login", "System Hook", .user, nil, "user/26", "user_failed_login", nil),
        Row(
            "system/user_remove_from_group", "System Hook", .member, nil, "member/41",
            "user_remove_from_group", nil),
        Row(
            "system/user_remove_from_team", "System Hook", .member, 74, "member/41", "user_remove_from_team",
            nil),
        Row(
            "system/user_rename", "System Hook", .user, nil, "user/58", "user_rename", "2017-11-01T14:04:47Z"),
        Row(
            "system/user_update_for_group", "System Hook", .member, nil, "member/41", "user_update_for_group",
            "2012-07-21T07:38:22Z"),
        Row(
            "system/user_update_for_team", "System Hook", .member, 74, "member/41", "user_update_for_team",
            "2012-07-21T07:38:22Z"),
        Row(
            "webhook/access_token_group", "Resource Access Token Hook", .accessToken, nil, "access_token/25",
            nil, nil),
        Row(
            "webhook/access_token_project", "Resource Access Token Hook", .accessToken, 7, "access_token/25",
            nil, nil),
        Row(
            "webhook/deploy_token_project", "Resource Deploy Token Hook", .deployToken, 2, "deploy_token/79",
            nil, nil),
        Row(
            "webhook/deployment_api_created", "Deployment Hook", .deployment, 30, "deployment/15", nil,
            "2021-04-28 21:50:00 +0200"),
        Row(
            "webhook/deployment_canceled", "Deployment Hook", .deployment, 30, "deployment/15", nil,
            "2021-04-28 21:50:00 +0200"),
        Row(
            "webhook/deployment_failed", "Deployment Hook", .deployment, 30, "deployment/15", nil,
            "2021-04-28 21:50:00 +0200"),
        Row(
            "webhook/deployment_running", "Deployment Hook", .deployment, 30, "deployment/15", nil,
            "2021-04-28 21:50:00 +0200"),
        Row(
            "webhook/deployment_success", "Deployment Hook", .deployment, 30, "deployment/15", nil,
            "2021-04-28 21:50:00 +0200"),
        Row(
            "webhook/emoji_award_note", "Emoji Hook", .emoji, 6, "emoji/1", "award", "2023-07-04 20:44:11 UTC"
        ),
        Row("webhook/emoji_revoke_issue", "Emoji Hook", .emoji, 6, "emoji/1", "revoke", nil),
        Row("webhook/feature_flag", "Feature Flag Hook", .featureFlag, 1, "feature_flag/6", nil, nil),
        Row("webhook/issue_close", "Issue Hook", .issue, 1, "issue/23", "close", "2013-12-04 09:00:00 UTC"),
        Row(
            "webhook/issue_confidential_open", "Confidential Issue Hook", .issue, 1, "issue/23", "open",
            "2013-12-03 17:15:43 UTC"),
        Row("webhook/issue_open", "Issue Hook", .issue, 1, "issue/23", "open", "2013-12-03T17:15:43Z"),
        Row("webhook/issue_reopen", "Issue Hook", .issue, 1, "issue/23", "reopen", "2013-12-05 10:00:00 UTC"),
        Row("webhook/issue_update", "Issue Hook", .issue, 1, "issue/23", "update", "2013-12-06 10:00:00 UTC"),
        Row("webhook/job_created", "Job Hook", .job, 380, "job/1977", nil, "2021-02-23T02:41:37.886Z"),
        Row("webhook/job_failed", "Job Hook", .job, 380, "job/3580121225", nil, "2023-01-10 13:50:54 UTC"),
        Row("webhook/job_success", "Job Hook", .job, 380, "job/3580121225", nil, "2023-01-10 13:50:54 UTC"),
        Row(
            "webhook/member_access_request", "Member Hook", .member, nil, "member/64",
            "user_access_request_to_group", "2020-12-11T04:57:22Z"),
        Row(
            "webhook/member_access_request_denied", "Member Hook", .member, nil, "member/64",
            "user_access_request_denied_for_group", nil),
        Row(
            "webhook/member_add", "Member Hook", .member, nil, "member/64", "user_add_to_group",
            "2020-12-11T04:57:22Z"),
        Row("webhook/member_remove", "Member Hook", .member, nil, "member/64", "user_remove_from_group", nil),
        Row(
            "webhook/member_update", "Member Hook", .member, nil, "member/64", "user_update_for_group",
            "2020-12-12T08:48:19Z"),
        Row(
            "webhook/merge_request_approval", "Merge Request Hook", .mergeRequest, 2, "merge_request/16",
            "approval", "2026-01-16 09:10:11 UTC"),
        Row(
            "webhook/merge_request_approved", "Merge Request Hook", .mergeRequest, 2, "merge_request/16",
            "approved", "2026-01-16 09:10:11 UTC"),
        Row(
            "webhook/merge_request_close", "Merge Request Hook", .mergeRequest, 2, "merge_request/16",
            "close", "2026-01-17 10:00:00 UTC"),
        Row(
            "webhook/merge_request_merge", "Merge Request Hook", .mergeRequest, 2, "merge_request/16",
            "merge", "2026-01-17 10:00:00 UTC"),
        Row(
            "webhook/merge_request_open", "Merge Request Hook", .mergeRequest, 2, "merge_request/16", "open",
            "2026-01-16 05:56:26 UTC"),
        Row(
            "webhook/merge_request_open_with_deprecated", "Merge Request Hook", .mergeRequest, 2,
            "merge_request/16", "open", "2026-01-16 05:56:26 UTC"),
        Row(
            "webhook/merge_request_reopen", "Merge Request Hook", .mergeRequest, 2, "merge_request/16",
            "reopen", "2026-01-17 10:00:00 UTC"),
        Row(
            "webhook/merge_request_threads_resolved", "Merge Request Hook", .mergeRequest, 2,
            "merge_request/16", "update", "2026-01-16 09:10:11 UTC"),
        Row(
            "webhook/merge_request_unapproval", "Merge Request Hook", .mergeRequest, 2, "merge_request/16",
            "unapproval", "2026-01-16 09:10:11 UTC"),
        Row(
            "webhook/merge_request_unapproved", "Merge Request Hook", .mergeRequest, 2, "merge_request/16",
            "unapproved", "2026-01-16 09:10:11 UTC"),
        Row(
            "webhook/merge_request_unapproved_system", "Merge Request Hook", .mergeRequest, 2,
            "merge_request/16", "unapproved", "2026-01-16 09:10:11 UTC"),
        Row(
            "webhook/merge_request_update_auto_merge", "Merge Request Hook", .mergeRequest, 2,
            "merge_request/16", "update", "2026-01-16 09:10:11 UTC"),
        Row(
            "webhook/merge_request_update_draft_title", "Merge Request Hook", .mergeRequest, 2,
            "merge_request/16", "update", "2026-01-16 09:10:11 UTC"),
        Row(
            "webhook/merge_request_update_labels", "Merge Request Hook", .mergeRequest, 2, "merge_request/16",
            "update", "2026-01-16 09:10:11 UTC"),
        Row(
            "webhook/merge_request_update_push", "Merge Request Hook", .mergeRequest, 2, "merge_request/16",
            "update", "2026-01-16 09:10:11 UTC"),
        Row(
            "webhook/merge_request_update_reviewer_rerequest", "Merge Request Hook", .mergeRequest, 2,
            "merge_request/16", "update", "2026-01-16 09:10:11 UTC"),
        Row(
            "webhook/merge_request_update_reviewers", "Merge Request Hook", .mergeRequest, 2,
            "merge_request/16", "update", "2026-01-16 09:10:11 UTC"),
        Row(
            "webhook/milestone_close", "Milestone Hook", .milestone, 1, "milestone/61", "close",
            "2025-06-30 10:00:00 UTC"),
        Row(
            "webhook/milestone_create", "Milestone Hook", .milestone, 1, "milestone/61", "create",
            "2025-06-16 14:10:57 UTC"),
        Row(
            "webhook/note_commit", "Note Hook", .note, 5, "commit/cfe32cf61b73a0d5e9f13e774abde7ff789b1660",
            "create", "2015-05-17 18:08:09 UTC"),
        Row("webhook/note_issue", "Note Hook", .note, 5, "issue/17", "create", "2015-05-17 17:06:40 UTC"),
        Row(
            "webhook/note_issue_confidential", "Confidential Note Hook", .note, 5, "issue/17", "create",
            "2015-05-17 17:06:40 UTC"),
        Row(
            "webhook/note_merge_request", "Note Hook", .note, 5, "merge_request/1", "create",
            "2015-05-17 18:21:36 UTC"),
        Row(
            "webhook/note_merge_request_diff", "Note Hook", .note, 5, "merge_request/1", "create",
            "2015-05-17 18:21:36 UTC"),
        Row(
            "webhook/note_merge_request_update", "Note Hook", .note, 5, "merge_request/1", "update",
            "2015-05-17 18:25:00 UTC"),
        Row("webhook/note_snippet", "Note Hook", .note, 5, "snippet/53", "create", "2015-05-17 18:35:50 UTC"),
        Row(
            "webhook/pipeline_failed", "Pipeline Hook", .pipeline, 1, "pipeline/31", nil,
            "2016-08-12 15:26:29 UTC"),
        Row(
            "webhook/pipeline_running_branch", "Pipeline Hook", .pipeline, 1, "pipeline/31", nil,
            "2016-08-12 15:23:28 UTC"),
        Row(
            "webhook/pipeline_success", "Pipeline Hook", .pipeline, 1, "pipeline/31", nil,
            "2016-08-12 15:26:29 UTC"),
        Row(
            "webhook/project_create", "Project Hook", .project, 22, "project", "project_create",
            "2024-10-07T10:43:48Z"),
        Row("webhook/project_destroy", "Project Hook", .project, 22, "project", "project_destroy", nil),
        Row("webhook/push", "Push Hook", .push, 15, "branch/master", nil, nil),
        Row("webhook/push_branch_create", "Push Hook", .push, 15, "branch/feature-x", nil, nil),
        Row("webhook/push_branch_delete", "Push Hook", .push, 15, "branch/feature-x", nil, nil),
        Row("webhook/push_truncated_20_commits", "Push Hook", .push, 15, "branch/master", nil, nil),
        Row(
            "webhook/release_create", "Release Hook", .release, 2, "release/v1.1", "create",
            "2020-11-02 12:55:12 UTC"),
        Row("webhook/release_delete", "Release Hook", .release, 2, "release/v1.1", "delete", nil),
        Row("webhook/release_update", "Release Hook", .release, 2, "release/v1.1", "update", nil),
        Row(
            "webhook/subgroup_create", "Subgroup Hook", .subgroup, nil, "group/10", "subgroup_create",
            "2021-01-20T09:40:12Z"),
        Row("webhook/subgroup_destroy", "Subgroup Hook", .subgroup, nil, "group/10", "subgroup_destroy", nil),
        Row("webhook/tag_push", "Tag Push Hook", .tagPush, 1, "tag/v1.0.0", nil, nil),
        Row("webhook/tag_push_delete", "Tag Push Hook", .tagPush, 1, "tag/v1.0.0", nil, nil),
        Row(
            "webhook/vulnerability", "Vulnerability Hook", .vulnerability, 50, "vulnerability/1", nil,
            "2025-01-08T00:46:14.413Z"),
        Row("webhook/wiki_page_create", "Wiki Page Hook", .wikiPage, 1, "wiki", "create", nil),
        Row(
            "webhook/work_item_task_open", "Issue Hook", .issue, 1, "issue/24", "open",
            "2013-12-03 17:15:43 UTC"),
    ]
}
