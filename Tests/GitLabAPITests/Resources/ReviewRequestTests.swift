import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing
import WireFormat

@Suite("Requests about reviews")
struct ReviewRequestTests {
    static func line<Response>(_ request: Request<Response>) -> String { RequestFactoryTests.line(request) }

    static let one = "projects/3/merge_requests/7"

    static let reading: [(String, String)] = [
        (
            line(.mergeRequests(scope: .all)),
            "GET merge_requests?scope=all&order_by=created_at&sort=desc&per_page=100"
        ),
        (
            line(.mergeRequest(7, in: 3, countsDivergedCommits: true, tellsRebase: true)),
            "GET \(one)?include_diverged_commits_count=true&include_rebase_in_progress=true"
        ),
        (line(.versions(ofMergeRequest: 7, in: 3)), "GET \(one)/versions?per_page=100"),
        (line(.reviewers(ofMergeRequest: 7, in: 3)), "GET \(one)/reviewers?per_page=100"),
        (line(.participants(ofMergeRequest: 7, in: 3)), "GET \(one)/participants?per_page=100"),
        (line(.issuesClosed(byMergeRequest: 7, in: 3)), "GET \(one)/closes_issues?per_page=100"),
        (line(.relatedIssues(ofMergeRequest: 7, in: 3)), "GET \(one)/related_issues?per_page=100"),
        (line(.timeStats(ofMergeRequest: 7, in: 3)), "GET \(one)/time_stats"),
        (line(.approvalState(ofMergeRequest: 7, in: 3)), "GET \(one)/approval_state"),
        (line(.note(9, ofMergeRequest: 7, in: 3)), "GET \(one)/notes/9"),
        (line(.note(9, ofIssue: 6, in: 3)), "GET projects/3/issues/6/notes/9"),
        (line(.discussions(ofMergeRequest: 7, in: 3)), "GET \(one)/discussions?per_page=100"),
        (line(.discussion("6a9c", ofMergeRequest: 7, in: 3)), "GET \(one)/discussions/6a9c"),
        (line(.discussions(ofIssue: 6, in: 3)), "GET projects/3/issues/6/discussions?per_page=100"),
        (line(.discussion("6a9c", ofIssue: 6, in: 3)), "GET projects/3/issues/6/discussions/6a9c"),
        (
            line(.mergeRequests(in: 3, matching: MergeRequestFilter(scope: .reviewsForMe))),
            "GET projects/3/merge_requests?scope=reviews_for_me&order_by=created_at&sort=desc&per_page=100"
        ),
    ]

    static let writing: [(String, String)] = [
        (
            line(.resolveDiscussion("6a9c", ofMergeRequest: 7, in: 3)),
            "PUT \(one)/discussions/6a9c?resolved=true"
        ),
        (
            line(.resolveDiscussion("6a9c", ofMergeRequest: 7, in: 3, isResolved: false)),
            "PUT \(one)/discussions/6a9c?resolved=false"
        ),
        (line(.reply("x", to: "6a9c", ofMergeRequest: 7, in: 3)), "POST \(one)/discussions/6a9c/notes"),
        (line(.createNote("x", onMergeRequest: 7, in: 3)), "POST \(one)/notes"),
        (line(.createNote("x", onIssue: 6, in: 3)), "POST projects/3/issues/6/notes"),
        (line(.updateNote(9, ofMergeRequest: 7, in: 3, text: "x")), "PUT \(one)/notes/9"),
        (line(.updateNote(9, ofIssue: 6, in: 3, text: "x")), "PUT projects/3/issues/6/notes/9"),
        (line(.deleteNote(9, ofMergeRequest: 7, in: 3)), "DELETE \(one)/notes/9"),
        (line(.deleteNote(9, ofIssue: 6, in: 3)), "DELETE projects/3/issues/6/notes/9"),
    ]

    @Test("method, path and query are exactly what GitLab documents", arguments: reading + writing)
    func requestLine(made: String, documented: String) { #expect(made == documented) }

    @Test("every parameter of a list of merge requests has its name")
    func filter() {
        let filter = MergeRequestFilter(
            assignee: .nobody, assigneeUsernames: ["ada"], reviewer: 4, approvedBy: [1, 2],
            approvedByUsernames: ["bob"], approvers: .anybody, mergeUserID: 5, mergeUserUsername: "eve",
            sourceProjectID: 8, search: "a&b", searchIn: "title", reaction: "thumbsup",
            isNotArchived: false, rechecksMergeStatus: true,
            excluding: .init(
                labels: ["x", "y"], milestone: "v1", authorID: 1, authorUsername: "a", assigneeID: 2,
                assigneeUsernames: ["b"], reviewerID: 3, reviewerUsername: "c", reaction: "heart"))
        let line = Self.line(.mergeRequests(inGroup: 1, matching: filter, orderBy: .priority))
        let expected = [
            "assignee_id=None", "assignee_username[]=ada", "reviewer_id=4", "approved_by_ids[]=1",
            "approved_by_ids[]=2", "approved_by_usernames[]=bob", "approver_ids=Any", "merge_user_id=5",
            "merge_user_username=eve", "source_project_id=8", "search=a%26b", "in=title",
            "my_reaction_emoji=thumbsup", "non_archived=false", "with_merge_status_recheck=true",
            "not[labels]=x%2Cy", "not[milestone]=v1", "not[author_id]=1", "not[author_username]=a",
            "not[assignee_id]=2", "not[assignee_username][]=b", "not[reviewer_id]=3",
            "not[reviewer_username]=c", "not[my_reaction_emoji]=heart", "order_by=priority", "sort=desc",
            "per_page=100",
        ]
        let query = line.drop { $0 != "?" }.dropFirst()
            .replacing("%5B", with: "[").replacing("%5D", with: "]")
        #expect(query.split(separator: "&").map(String.init) == expected)
    }

    static func body(_ text: String, runsQuickActions: Bool = false) throws -> JSONValue {
        let request = Request<NoteOutcome>.createNote(
            text, onMergeRequest: 7, in: 3, runsQuickActions: runsQuickActions)
        return try JSONValue(parsing: Array(try #require(request.body)))
    }

    @Test(
        "what is said stays said: no line begins with a slash GitLab would act on",
        arguments: [
            ("plain", "plain"), ("/close", #"\/close"#), ("Hi\n/close\nBye", "Hi\n\\/close\nBye"),
            ("Hi\r\n/close", "Hi\r\n\\/close"), ("a /close b", "a /close b"), ("", ""),
            ("```\n/code\n```\n/close", "```\n/code\n```\n\\/close"),
            ("```sh\r\n/code\r\n```\r\n", "```sh\r\n/code\r\n```\r\n"),
            ("```\n/never closed", "```\n\\/never closed"), ("\n\n/x", "\n\n\\/x"),
        ])
    func escaping(text: String, sent: String) throws {
        #expect(try Self.body(text)["body"] == .string(sent))
        #expect(try Self.body(text, runsQuickActions: true)["body"] == .string(text))
    }

    @Test("a note says no more than it was told to, and is not sent twice")
    func bodies() throws {
        #expect(try Self.body("x") == ["body": "x"])
        let request = Request<NoteOutcome>.createNote(
            "x", onIssue: 6, in: 3, isInternal: true, createdAt: RequestFactoryTests.then)
        let body = try JSONValue(parsing: Array(try #require(request.body)))
        #expect(body == ["body": "x", "internal": true, "created_at": "2024-01-01T00:00:00.123Z"])
        #expect(!request.isRepeatable)
        #expect(Request<NoteOutcome>.updateNote(9, ofIssue: 6, in: 3, text: "x").isRepeatable)
        #expect(Request<Void>.deleteNote(9, ofIssue: 6, in: 3).isRepeatable)
    }
}
