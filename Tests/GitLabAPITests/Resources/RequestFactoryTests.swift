import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite("Request factories")
struct RequestFactoryTests {
    /// 2024-01-01T00:00:00.123Z
    static let then = Date(timeIntervalSince1970: 1_704_067_200.123)
    static let later = Date(timeIntervalSince1970: 1_706_745_600)

    static func line<Response>(_ request: Request<Response>) -> String {
        "\(request.method) \(request.path)" + (request.query.map { "?\($0)" } ?? "")
    }

    static let single: [(String, String)] = [
        (line(.metadata), "GET metadata"),
        (line(.version), "GET version"),
        (line(.currentUser), "GET user"),
        (line(.user(4)), "GET users/4"),
        (line(.ownToken), "GET personal_access_tokens/self"),
        (line(.group("my-group/sub group")), "GET groups/my-group%2Fsub%20group?with_projects=false"),
        (line(.group(7)), "GET groups/7?with_projects=false"),
        (line(.project(42)), "GET projects/42"),
        (line(.project("my-group/my.project")), "GET projects/my-group%2Fmy.project"),
        (line(.project("größe/c++?#")), "GET projects/gr%C3%B6%C3%9Fe%2Fc%2B%2B%3F%23"),
        (line(.mergeRequest(7, in: 42)), "GET projects/42/merge_requests/7"),
        (line(.mergeRequest(7, in: "a/b")), "GET projects/a%2Fb/merge_requests/7"),
        (line(.approvals(ofMergeRequest: 7, in: 42)), "GET projects/42/merge_requests/7/approvals"),
        (
            line(.commit("feature/a b", in: 42)),
            "GET projects/42/repository/commits/feature%2Fa%20b?stats=true"
        ),
        (line(.pipeline(46, in: 3)), "GET projects/3/pipelines/46"),
        (line(.environment(9, in: 3)), "GET projects/3/environments/9"),
        (line(.deployment(42, in: 3)), "GET projects/3/deployments/42"),
        (line(.issue(6, in: 3)), "GET projects/3/issues/6"),
    ]

    static let surroundings: [(String, String)] = [
        (line(.groups()), "GET groups?order_by=id&sort=asc&per_page=100"),
        (
            line(.groups(minAccessLevel: .reporter, topLevelOnly: true, search: "a&b")),
            "GET groups?min_access_level=20&top_level_only=true&search=a%26b&order_by=id&sort=asc&per_page=100"
        ),
        (line(.projects()), "GET projects?pagination=keyset&order_by=id&sort=asc&per_page=100"),
        (
            line(
                .projects(
                    membership: true, minAccessLevel: .developer, archived: false, simple: true,
                    search: "app",
                    lastActivityAfter: then, idAfter: 12, perPage: 20)),
            "GET projects?membership=true&min_access_level=30&archived=false&search=app"
                + "&last_activity_after=2024-01-01T00%3A00%3A00.123Z&id_after=12&simple=true&pagination=keyset&order_by=id&sort=asc&per_page=20"
        ),
        (
            line(.projects(in: "my-group", includeSubgroups: true, withShared: false, archived: false)),
            "GET groups/my-group/projects?include_subgroups=true&with_shared=false&archived=false&order_by=id&sort=asc&per_page=100"
        ),
    ]

    static let mergeRequests: [(String, String)] = [
        (
            line(.mergeRequests(in: 42)),
            "GET projects/42/merge_requests?order_by=created_at&sort=desc&per_page=100"
        ),
        (
            line(.mergeRequests(in: 42, updatedAfter: then, orderBy: .updatedAt, sort: .ascending)),
            "GET projects/42/merge_requests?updated_after=2024-01-01T00%3A00%3A00.123Z&order_by=updated_at&sort=asc&per_page=100"
        ),
        (
            line(
                .mergeRequests(
                    in: "a/b", state: .merged, updatedBefore: later, createdAfter: then, createdBefore: later,
                    perPage: 5)),
            "GET projects/a%2Fb/merge_requests?state=merged&updated_before=2024-02-01T00%3A00%3A00.000Z"
                + "&created_after=2024-01-01T00%3A00%3A00.123Z&created_before=2024-02-01T00%3A00%3A00.000Z"
                + "&order_by=created_at&sort=desc&per_page=5"
        ),
        (
            line(
                .mergeRequests(
                    in: 42,
                    matching: MergeRequestFilter(
                        deployedAfter: then, deployedBefore: later, environment: "review/a", iids: [1, 2],
                        authorID: 5,
                        authorUsername: "ada", reviewerUsername: "bob", labels: ["a b", "c"], milestone: "v1",
                        sourceBranch: "x/y", targetBranch: "main", isDraft: false))),
            "GET projects/42/merge_requests?deployed_after=2024-01-01T00%3A00%3A00.123Z"
                + "&deployed_before=2024-02-01T00%3A00%3A00.000Z&environment=review%2Fa&iids%5B%5D=1&iids%5B%5D=2"
                + "&author_id=5&author_username=ada&reviewer_username=bob&labels=a%20b%2Cc&milestone=v1"
                + "&source_branch=x%2Fy&target_branch=main&wip=no&order_by=created_at&sort=desc&per_page=100"
        ),
        (
            line(
                .mergeRequests(
                    inGroup: "top/sub", matching: MergeRequestFilter(state: .opened, isDraft: true))),
            "GET groups/top%2Fsub/merge_requests?state=opened&wip=yes&order_by=created_at&sort=desc&per_page=100"
        ),
        (
            line(.mergeRequests(of: 42, in: 3)),
            "GET projects/3/deployments/42/merge_requests?order_by=created_at&sort=asc&per_page=100"
        ),
        (
            line(.mergeRequestSummaries(in: 3, orderBy: .updatedAt)),
            "GET projects/3/merge_requests?view=simple&order_by=updated_at&sort=desc&per_page=100"
        ),
        (
            line(.notes(ofMergeRequest: 7, in: 3)),
            "GET projects/3/merge_requests/7/notes?order_by=created_at&sort=desc&per_page=100"
        ),
        (
            line(
                .notes(ofMergeRequest: 7, in: 3, filter: .onlyActivity, orderBy: .updatedAt, sort: .ascending)
            ),
            "GET projects/3/merge_requests/7/notes?activity_filter=only_activity&order_by=updated_at&sort=asc&per_page=100"
        ),
        (line(.commits(ofMergeRequest: 7, in: 3)), "GET projects/3/merge_requests/7/commits?per_page=100"),
        (
            line(.pipelines(ofMergeRequest: 7, in: 3)),
            "GET projects/3/merge_requests/7/pipelines?per_page=100"
        ),
        (
            line(.stateEvents(ofMergeRequest: 7, in: 3)),
            "GET projects/3/merge_requests/7/resource_state_events?per_page=100"
        ),
        (
            line(.labelEvents(ofMergeRequest: 7, in: 3)),
            "GET projects/3/merge_requests/7/resource_label_events?per_page=100"
        ),
        (
            line(.milestoneEvents(ofMergeRequest: 7, in: 3)),
            "GET projects/3/merge_requests/7/resource_milestone_events?per_page=100"
        ),
    ]

    static let deliveries: [(String, String)] = [
        (line(.commits(in: 3)), "GET projects/3/repository/commits?per_page=100"),
        (
            line(
                .commits(
                    in: 3, refName: "a..b", since: then, until: later, firstParent: true, withStats: true)),
            "GET projects/3/repository/commits?ref_name=a..b&since=2024-01-01T00%3A00%3A00.123Z"
                + "&until=2024-02-01T00%3A00%3A00.000Z&first_parent=true&with_stats=true&per_page=100"
        ),
        (line(.commits(in: 3, all: true)), "GET projects/3/repository/commits?all=true&per_page=100"),
        (line(.pipelines(in: 3)), "GET projects/3/pipelines?order_by=id&sort=desc&per_page=100"),
        (
            line(
                .pipelines(
                    in: 3, status: .success, source: .push, ref: "main", sha: "abc", updatedAfter: then,
                    orderBy: .updatedAt, sort: .ascending)),
            "GET projects/3/pipelines?status=success&source=push&ref=main&sha=abc"
                + "&updated_after=2024-01-01T00%3A00%3A00.123Z&order_by=updated_at&sort=asc&per_page=100"
        ),
        (
            line(.environments(in: 3, search: "prod", state: .available)),
            "GET projects/3/environments?search=prod&states=available&per_page=100"
        ),
        (line(.environments(in: 3, name: "a/b")), "GET projects/3/environments?name=a%2Fb&per_page=100"),
        (line(.deployments(in: 3)), "GET projects/3/deployments?order_by=id&sort=asc&per_page=100"),
        (
            line(
                .deployments(
                    in: 3, environment: "production", status: .success, sort: .descending, perPage: 1)),
            "GET projects/3/deployments?environment=production&status=success&order_by=id&sort=desc&per_page=1"
        ),
        (
            line(.deployments(in: 3, updatedAfter: then)),
            "GET projects/3/deployments?updated_after=2024-01-01T00%3A00%3A00.123Z&order_by=updated_at&sort=asc&per_page=100"
        ),
        (
            line(.deployments(in: 3, finishedAfter: then, finishedBefore: later, environment: "production")),
            "GET projects/3/deployments?environment=production&status=success"
                + "&finished_after=2024-01-01T00%3A00%3A00.123Z&finished_before=2024-02-01T00%3A00%3A00.000Z"
                + "&order_by=finished_at&sort=asc&per_page=100"
        ),
    ]

    static let issuesAndEvents: [(String, String)] = [
        (line(.issues(in: 3)), "GET projects/3/issues?order_by=created_at&sort=desc&per_page=100"),
        (
            line(
                .issues(
                    in: 3, state: .opened, issueType: .incident, updatedAfter: then, iids: [6], labels: ["x"],
                    orderBy: .updatedAt, sort: .ascending)),
            "GET projects/3/issues?state=opened&issue_type=incident&updated_after=2024-01-01T00%3A00%3A00.123Z"
                + "&iids%5B%5D=6&labels=x&order_by=updated_at&sort=asc&per_page=100"
        ),
        (
            line(.notes(ofIssue: 6, in: 3)),
            "GET projects/3/issues/6/notes?order_by=created_at&sort=desc&per_page=100"
        ),
        (line(.stateEvents(ofIssue: 6, in: 3)), "GET projects/3/issues/6/resource_state_events?per_page=100"),
        (
            line(.events(in: 3, action: .approved, target: .mergeRequest, after: then, before: later)),
            "GET projects/3/events?action=approved&target_type=merge_request&after=2024-01-01&before=2024-02-01"
                + "&sort=desc&per_page=100"
        ),
    ]

    @Test(
        "method, path and query are exactly what GitLab documents",
        arguments: single + surroundings + mergeRequests + deliveries + issuesAndEvents)
    func requestLine(made: String, documented: String) {
        #expect(made == documented)
    }

    @Test("equal calls are equal values, and read-only ones can be repeated")
    func values() {
        #expect(Request<MergeRequest>.mergeRequest(7, in: 42) == .mergeRequest(7, in: 42))
        #expect(Request<MergeRequest>.mergeRequest(7, in: 42) != .mergeRequest(8, in: 42))
        #expect(Request<Page<Note>>.notes(ofMergeRequest: 7, in: 42).isRepeatable)
    }

    @Test("no factory names an endpoint that serves code, logs or artifacts")
    func noCode() throws {
        let resources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(
                path: "Sources/GitLabAPI/Resources")
        let files = try FileManager.default.contentsOfDirectory(
            at: resources, includingPropertiesForKeys: nil)
        let factories = files.filter { $0.lastPathComponent.hasSuffix("+Requests.swift") }
        #expect(factories.count > 10)
        for file in factories {
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            for line in lines where line.contains("path:") && !line.contains("///") {
                for word in [
                    "diff", "blob", "files", "changes", "compare", "archive", "raw", "trace", "artifacts",
                ] {
                    #expect(!line.contains("/\(word)"), "\(file.lastPathComponent): \(line)")
                }
            }
        }
    }
}
