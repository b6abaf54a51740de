import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("GraphQL bulk query")
struct BulkQueryTests {
    static let query = """
        query Bulk($path: ID!, $after: String, $since: Time, $first: Int = 50) {
          queryComplexity { score limit }
          metadata { version }
          project(fullPath: $path) {
            id
            mergeRequests(first: $first, after: $after, updatedAfter: $since, sort: UPDATED_ASC) {
              count
              pageInfo { hasNextPage endCursor }
              nodes {
                id iid title state draft createdAt updatedAt mergedAt closedAt
                sourceBranch targetBranch webUrl commitCount userNotesCount diffHeadSha mergeCommitSha
                diffStatsSummary { additions deletions fileCount }
                author { id username }
                mergeUser { id username }
                reviewers(first: 20) { nodes { id username mergeRequestInteraction { reviewState } } }
                approvedBy(first: 20) { nodes { id username } }
                labels(first: 20) { nodes { title } }
                headPipeline { id status finishedAt duration }
                notes(first: 20, filter: ALL_NOTES) { nodes { id body system createdAt author { id } } }
              }
            }
          }
        }
        """

    @Test("a page of merge requests holds what REST says of them")
    func page() throws {
        let inquirer = try Inquirer.small()
        let path = try inquirer.json("projects/1")["path_with_namespace"] ?? .null
        let data = try inquirer.data(Self.query, ["path": path])
        let nodes = try #require(data["project", "mergeRequests", "nodes"]?.arrayValue)
        let rest = try inquirer.all("projects/1/merge_requests?order_by=updated_at&sort=asc")
        #expect(nodes.map { $0["iid"]?.stringValue } == rest.map { $0["iid"]?.intValue.map(String.init) })
    }
}
