import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite("Request factories of groups, people and planning")
struct PlanningRequestTests {
    static let then = RequestFactoryTests.then
    static let then8601 = "2024-01-01T00%3A00%3A00.123Z"

    static func line<Response>(_ request: Request<Response>) -> String { RequestFactoryTests.line(request) }

    static let groups: [(String, String)] = [
        (
            line(
                .groups(
                    matching: GroupFilter(
                        search: "a b", isOwned: true, allAvailable: false, visibility: .internal,
                        isActive: true, isArchived: false, skipping: [3, 4]), withStatistics: true,
                    orderBy: .name)),
            "GET groups?search=a%20b&owned=true&all_available=false&visibility=internal&active=true"
                + "&archived=false&skip_groups%5B%5D=3&skip_groups%5B%5D=4&statistics=true&order_by=name&sort=asc&per_page=100"
        ),
        (
            line(.subgroups(of: "top/sub", matching: GroupFilter(minAccessLevel: .guest))),
            "GET groups/top%2Fsub/subgroups?min_access_level=10&order_by=id&sort=asc&per_page=100"
        ),
        (
            line(.descendantGroups(of: 4, orderBy: .path, sort: .descending, perPage: 5)),
            "GET groups/4/descendant_groups?order_by=path&sort=desc&per_page=5"
        ),
        (line(.project(3, withStatistics: true)), "GET projects/3?statistics=true"),
        (
            line(
                .projects(
                    matching: ProjectFilter(
                        searchesNamespaces: true, isOwned: true, isStarred: false, visibility: .private,
                        isActive: true, withIssuesEnabled: true, withMergeRequestsEnabled: false,
                        topics: ["a", "b"], lastActivityBefore: then, idAfter: 3, idBefore: 9))),
            "GET projects?search_namespaces=true&owned=true&starred=false&visibility=private&active=true"
                + "&with_issues_enabled=true&with_merge_requests_enabled=false&topic=a%2Cb"
                + "&last_activity_before=\(then8601)&id_after=3&id_before=9&pagination=keyset&order_by=id&sort=asc&per_page=100"
        ),
        (
            line(.projects(matching: ProjectFilter(updatedAfter: then), orderBy: .updatedAt)),
            "GET projects?updated_after=\(then8601)&order_by=updated_at&sort=asc&per_page=100"
        ),
        (
            line(
                .projects(
                    in: 7, matching: ProjectFilter(search: "x"), includeSubgroups: true, simple: true,
                    orderBy: .name, sort: .descending)),
            "GET groups/7/projects?include_subgroups=true&search=x&simple=true&order_by=name&sort=desc&per_page=100"
        ),
    ]

    static let people: [(String, String)] = [
        (line(.members(of: 3)), "GET projects/3/members?per_page=100"),
        (
            line(.members(ofGroup: "a/b", query: "ada", userIDs: [1, 2], withSeats: true)),
            "GET groups/a%2Fb/members?query=ada&user_ids%5B%5D=1&user_ids%5B%5D=2&show_seat_info=true&per_page=100"
        ),
        (
            line(.allMembers(of: "a/b", state: .awaiting)),
            "GET projects/a%2Fb/members/all?state=awaiting&per_page=100"
        ),
        (line(.allMembers(ofGroup: 4)), "GET groups/4/members/all?per_page=100"),
        (line(.users()), "GET users?pagination=keyset&order_by=id&sort=asc&per_page=100"),
        (
            line(
                .users(
                    matching: UserFilter(
                        username: "ada", search: "a", isActive: true, isBlocked: false, isExternal: false,
                        isHuman: true, withoutProjectBots: true, createdAfter: then))),
            "GET users?username=ada&search=a&active=true&blocked=false&external=false&humans=true"
                + "&without_project_bots=true&created_after=\(then8601)&pagination=keyset&order_by=id&sort=asc&per_page=100"
        ),
        (
            line(.events(of: 4, action: .pushed, after: then)),
            "GET users/4/events?action=pushed&after=2024-01-01&sort=desc&per_page=100"
        ),
        (line(.ownEvents()), "GET events?sort=desc&per_page=100"),
        (
            line(.ownEvents(ofAllProjects: true, target: .mergeRequest, before: then)),
            "GET events?scope=all&target_type=merge_request&before=2024-01-01&sort=desc&per_page=100"
        ),
    ]

    static let planning: [(String, String)] = [
        (line(.label("a/b c", in: 3)), "GET projects/3/labels/a%2Fb%20c"),
        (line(.label("bug", inGroup: "x/y")), "GET groups/x%2Fy/labels/bug"),
        (
            line(.labels(in: 3, withCounts: true, includeAncestors: false, search: "bu", isArchived: false)),
            "GET projects/3/labels?with_counts=true&include_ancestor_groups=false&search=bu&archived=false&per_page=100"
        ),
        (
            line(.labels(inGroup: 4, includeDescendants: true, onlyGroupLabels: false)),
            "GET groups/4/labels?include_descendant_groups=true&only_group_labels=false&per_page=100"
        ),
        (line(.milestone(12, in: 3)), "GET projects/3/milestones/12"),
        (line(.milestone(12, inGroup: 4)), "GET groups/4/milestones/12"),
        (
            line(
                .milestones(
                    in: 3,
                    matching: MilestoneFilter(
                        state: .active, iids: [1, 2], title: "1.0", search: "x", updatedAfter: then),
                    includeAncestors: true)),
            "GET projects/3/milestones?state=active&iids%5B%5D=1&iids%5B%5D=2&title=1.0&search=x"
                + "&updated_after=\(then8601)&include_ancestors=true&per_page=100"
        ),
        (
            line(.milestones(inGroup: 4, includeDescendants: true)),
            "GET groups/4/milestones?include_descendants=true&per_page=100"
        ),
        (line(.issues(inMilestone: 12, of: 3)), "GET projects/3/milestones/12/issues?per_page=100"),
        (line(.issues(inMilestone: 12, ofGroup: 4)), "GET groups/4/milestones/12/issues?per_page=100"),
        (
            line(.mergeRequests(inMilestone: 12, of: 3)),
            "GET projects/3/milestones/12/merge_requests?per_page=100"
        ),
        (
            line(.mergeRequests(inMilestone: 12, ofGroup: 4)),
            "GET groups/4/milestones/12/merge_requests?per_page=100"
        ),
    ]

    static let issues: [(String, String)] = [
        (line(.timeStats(ofIssue: 6, in: 3)), "GET projects/3/issues/6/time_stats"),
        (
            line(.mergeRequests(relatedToIssue: 6, in: 3)),
            "GET projects/3/issues/6/related_merge_requests?per_page=100"
        ),
        (line(.mergeRequests(closingIssue: 6, in: 3)), "GET projects/3/issues/6/closed_by?per_page=100"),
        (line(.labelEvents(ofIssue: 6, in: 3)), "GET projects/3/issues/6/resource_label_events?per_page=100"),
        (
            line(.milestoneEvents(ofIssue: 6, in: 3)),
            "GET projects/3/issues/6/resource_milestone_events?per_page=100"
        ),
        (
            line(.issues(scope: .all)), "GET issues?scope=all&order_by=created_at&sort=desc&per_page=100"
        ),
        (
            line(.issues(inGroup: "top/sub", paging: .keyset, orderBy: .id, sort: .ascending)),
            "GET groups/top%2Fsub/issues?pagination=keyset&order_by=id&sort=asc&per_page=100"
        ),
        (
            line(
                .issues(
                    in: 3,
                    matching: IssueFilter(
                        milestone: "None", authorID: 4, authorUsername: "ada", assignee: .anybody,
                        assigneeUsernames: ["bob"], isConfidential: false, due: .overdue, search: "x",
                        searchIn: "title", weight: 3, epicID: 5, iterationID: 6, healthStatus: .atRisk,
                        reaction: "thumbsup",
                        excluding: .init(
                            labels: ["a", "b"], milestone: "1.0", iids: [7], authorID: 8,
                            authorUsername: "c", assigneeID: 9, assigneeUsernames: ["d"])))),
            "GET projects/3/issues?milestone=None&author_id=4&author_username=ada&assignee_id=Any"
                + "&assignee_username%5B%5D=bob&confidential=false&due_date=overdue&search=x&in=title&weight=3"
                + "&epic_id=5&iteration_id=6&health_status=at_risk&my_reaction_emoji=thumbsup"
                + "&not%5Blabels%5D=a%2Cb&not%5Bmilestone%5D=1.0&not%5Biids%5D%5B%5D=7&not%5Bauthor_id%5D=8"
                + "&not%5Bauthor_username%5D=c&not%5Bassignee_id%5D=9&not%5Bassignee_username%5D%5B%5D=d"
                + "&order_by=created_at&sort=desc&per_page=100"
        ),
    ]

    @Test("each names its path and parameters as GitLab does", arguments: groups + people + planning + issues)
    func lines(_ made: String, _ documented: String) { #expect(made == documented) }
}
