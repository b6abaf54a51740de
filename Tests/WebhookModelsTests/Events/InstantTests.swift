import Foundation
import GitLabVocabulary
import Testing
import WebhookModels

@Suite("When an event happened")
struct InstantTests {
    /// A sample, what is replaced in it by what, and the instant it tells then.
    static let cases: [(String, String, String, String?)] = [
        ("push", "", "", nil),
        ("tag_push", "", "", nil),
        ("merge_request approved", "", "", "2026-03-02 09:31:00 UTC"),
        ("merge_request approval of old", "", "", nil),
        (
            "merge_request approval of old", #""action": "approval""#, #""action": "open""#,
            "2026-03-01 08:00:00 UTC"
        ),
        (
            "merge_request approval of old", #""action": "approval""#, #""action": "close""#,
            "2026-03-02 09:30:00 UTC"
        ),
        (
            "merge_request approval of old", #""action": "approval""#, #""action": "merge""#,
            "2026-03-02 09:30:00 UTC"
        ),
        ("merge_request approval of old", #""action": "approval""#, #""action": "fly""#, nil),
        ("merge_request approval of old", #""action": "approval""#, #""other": null"#, nil),
        ("note on an issue", "", "", "2026-03-02 09:00:00 UTC"),
        ("note on an issue", #""action": "create""#, #""action": "update""#, "2026-03-02 09:05:00 UTC"),
        ("issue", "", "", "2026-02-02 06:00:00 UTC"),
        ("issue", #""action": "close""#, #""action": "open""#, "2026-02-01T08:00:00.123Z"),
        ("issue", #""action": "close""#, #""action": "reopen""#, "2026-02-02 06:00:00 UTC"),
        ("pipeline", "", "", "2026-03-02 09:10:00 UTC"),
        (
            "pipeline", #""finished_at": "2026-03-02 09:10:00 UTC""#, #""finished_at": null"#,
            "2026-03-02 09:00:00 UTC"
        ),
        ("build", "", "", "2026-03-02 09:06:00 UTC"),
        ("build", #""2026-03-02 09:06:00 UTC""#, "null", "2026-03-02 09:05:00 UTC"),
        ("deployment", "", "", "2026-03-02 09:10:00 UTC"),
        ("release", "", "", "2026-03-03 12:00:00 UTC"),
        ("release", #""action": "create""#, #""action": "delete""#, nil),
        ("milestone", "", "", "2026-01-02 00:00:00 UTC"),
        ("milestone", #""action": "close""#, #""action": "create""#, "2026-01-01 00:00:00 UTC"),
        ("milestone", #""action": "close""#, #""action": "delete""#, nil),
        ("emoji", "", "", "2026-03-02 09:00:00 UTC"),
        ("emoji", #""action": "award""#, #""action": "revoke""#, nil),
        ("wiki_page", "", "", nil),
        ("feature_flag", "", "", nil),
        ("access_token", "", "", nil),
        ("vulnerability", "", "", "2026-01-08T00:46:14.413Z"),
        ("member of a group", "", "", "2026-01-01T00:00:00Z"),
        ("member of a group", "user_add_to_group", "user_remove_from_group", nil),
        ("member of a project", "", "", "2026-01-02T00:00:00Z"),
        ("project", "", "", "2026-01-01T00:00:00Z"),
        ("project", "project_create", "project_transfer", "2026-01-02T00:00:00Z"),
        ("project", "project_create", "project_destroy", nil),
        ("group", "", "", "2026-01-02T00:00:00Z"),
        ("group", "group_rename", "group_destroy", nil),
        ("subgroup", "subgroup_create", "subgroup_destroy", nil),
        ("user", "", "", "2026-01-02T00:00:00Z"),
        ("user", "user_rename", "user_failed_login", nil),
        ("key", "", "", "2026-01-01T00:00:00Z"),
        ("key", "key_create", "key_destroy", nil),
        ("member approval", "", "", "2026-01-02T00:00:00Z"),
        ("repository_update", "", "", nil),
    ]

    @Test("is what the body tells, and nothing where it tells nothing", arguments: cases)
    func instants(name: String, old: String, new: String, expected: String?) throws {
        let text = SampleBody.named(name).text
        #expect(old.isEmpty || text.contains(old))
        let event = try event(old.isEmpty ? text : text.replacing(old, with: new))
        #expect(event.happenedAt == expected.flatMap(instant))
    }
}
