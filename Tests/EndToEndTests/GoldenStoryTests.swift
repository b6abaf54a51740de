import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import Testing

/// Holds the fixture to the story that Documentation/GoldenProject.md tells, cell by cell.
struct GoldenStoryTests {
    let page: GoldenPage
    let client: GitLabClient

    init() throws {
        page = try GoldenPage()
        client = try GoldenProject.client(of: GoldenProject.fake())
    }

    private var mergeRequests: [MergeRequest] {
        get async throws {
            try await client.send(.mergeRequests(in: 7, orderBy: .createdAt, sort: .ascending)).elements
                .sorted { $0.iid.rawValue < $1.iid.rawValue }
        }
    }

    @Test("The fixture's merge requests are those of the story")
    func tellsMergeRequests() async throws {
        var rows: [[String]] = []
        for row in try await mergeRequests {
            let approvals = try await client.send(.approvals(ofMergeRequest: row.iid, in: 7)).approvedBy
            rows.append([
                "!\(row.iid)", name(row.author), cell(row.createdAt), cell(approvals.first?.approvedAt),
                cell(row.mergedAt), name(row.mergeUser),
            ])
        }
        let told = page.table("Merge requests", "MR").columns(
            ["MR", "author", "created", "approved", "merged", "merged by"])
        #expect(rows == told)
    }

    @Test("The fixture's deployments are those of the story")
    func tellsDeployments() async throws {
        let rows = try await client.send(.deployments(in: 7)).elements
        var names: [String: String] = [:]
        for mergeRequest in try await mergeRequests {
            if let head = mergeRequest.sha { names[head] = "head of !\(mergeRequest.iid)" }
            if let merge = mergeRequest.mergeCommitSHA { names[merge] = "merge of !\(mergeRequest.iid)" }
        }
        var told: [[String]] = []
        for row in rows {
            let finish = row.status == .running ? nil : row.deployable?.finishedAt ?? row.updatedAt
            let brought = try await client.send(.mergeRequests(of: row.id, in: 7)).elements
            told.append([
                "\(row.id)", row.environment?.name ?? "", row.status.rawValue, cell(finish),
                names[row.sha] ?? "before !2",
                brought.map(\.iid.rawValue).sorted().map { "!\($0)" }.joined(separator: " "),
            ])
        }
        #expect(told == page.table("Deployments", "deployment").rows)
        #expect(rows.filter { $0.deployable == nil }.map(\.id.rawValue) == [312])
    }

    @Test("The fixture's issues are those of the story")
    func tellsIssues() async throws {
        let rows = try await client.send(.issues(in: 7)).elements.sorted { $0.iid.rawValue < $1.iid.rawValue }
        let told = rows.map {
            ["#\($0.iid)", $0.issueType?.rawValue ?? "", cell($0.createdAt), cell($0.closedAt)]
        }
        #expect(told == page.table("Issues", "issue").columns(["issue", "type", "opened", "closed"]))
    }

    @Test("The time booked is what the story says")
    func tellsBookedTime() async throws {
        let issue = try await client.send(.issue(1, in: 7))
        #expect(issue.timeStats?.totalTimeSpent == 7200 - 1800)
        #expect(try await client.send(.mergeRequest(4, in: 7)).timeStats?.totalTimeSpent == 2700)
    }

    @Test("The fixture's pipelines are those of the story")
    func tellsPipelines() async throws {
        let listed = try await client.send(.pipelines(in: 7)).elements
        let children = try await client.send(.pipelines(in: 7, source: .parentPipeline)).elements
        #expect(children.map(\.id.rawValue) == [404])
        var told: [[String]] = []
        for id in (listed + children).map(\.id).sorted(by: { $0.rawValue < $1.rawValue }) {
            let row = try await client.send(.pipeline(id, in: 7))
            told.append([
                "\(id)", row.status.rawValue, cell(row.createdAt), cell(row.finishedAt),
                row.duration.map { String(Int($0)) } ?? "",
            ])
        }
        let columns = ["pipeline", "status", "created", "finished", "running, s"]
        #expect(told == page.table("Pipelines", "pipeline").columns(columns))
    }

    /// `03-05 10:00`.
    private func cell(_ date: Date?) -> String {
        guard let date else { return "" }
        let text = Instant(date).description
        return "\(text.dropFirst(5).prefix(5)) \(text.dropFirst(11).prefix(5))"
    }

    private func name(_ user: User?) -> String {
        guard let name = user?.username else { return "" }
        return name.contains("_bot_") ? "the bot" : name
    }
}

extension GoldenPage.Table {
    func columns(_ names: [String]) -> [[String]] {
        let positions = names.compactMap(header.firstIndex)
        return rows.map { row in positions.map { row[$0] } }
    }
}
