import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Filters and sorting")
struct FilterTests {
    @Test("merge requests come newest first, and in the order asked for")
    func order() throws {
        let inquirer = try Inquirer.small()
        func values(_ query: String, _ key: String) throws -> [String] {
            try inquirer.all("projects/1/merge_requests?\(query)").compactMap { $0[key]?.stringValue }
        }
        let created = try values("", "created_at")
        #expect(created == created.sorted(by: >))
        let updated = try values("order_by=updated_at&sort=asc", "updated_at")
        #expect(updated == updated.sorted())
        let merged = try values("state=merged&order_by=merged_at&sort=asc", "merged_at")
        #expect(merged == merged.sorted())
        #expect(inquirer.send("GET", "projects/1/merge_requests?order_by=colour").status == 400)
        #expect(inquirer.send("GET", "projects/1/merge_requests?sort=up").status == 400)
    }

    @Test("each filter lets through what it says, and together with its opposite everything")
    func complements() throws {
        let inquirer = try Inquirer.small(mergeRequests: 60)
        let all = try inquirer.all("projects/1/merge_requests").count
        func count(_ query: String) throws -> Int {
            try inquirer.all("projects/1/merge_requests?\(query)").count
        }
        #expect(try count("state=opened") + count("state=closed") + count("state=merged") == all)
        #expect(try count("draft=yes") + count("wip=no") == all)
        for yes in ["true", "True", "1", "on", "Y"] {
            #expect(try count("draft=\(yes)") == count("draft=yes"), "\(yes)")
        }
        #expect(try count("iids[]=3&iids%5B%5D=5") == 2)
        #expect(try count("search=zzzz") == 0)
        #expect(inquirer.send("GET", "projects/1/merge_requests?state=ajar").status == 400)
        #expect(inquirer.send("GET", "projects/1/merge_requests?updated_after=yesterday").status == 400)
    }

    @Test("updated_after includes its own instant, at a precision the JSON does not show")
    func inclusiveWatermark() throws {
        let start = Date(timeIntervalSince1970: 1_768_000_000.123456)
        let inquirer = try Inquirer.small(time: VirtualTime(start))
        let iid = try inquirer.fake.change { world in
            try world.openMergeRequest(in: 1, by: 2, title: "Precise", sourceBranch: "precise")
        }
        func found(_ after: String) throws -> Bool {
            try inquirer.all("projects/1/merge_requests?updated_after=\(after)").contains {
                $0["iid"]?.intValue == iid
            }
        }
        let shown = try inquirer.json("projects/1/merge_requests/\(iid)")["updated_at"]
        #expect(shown == "2026-01-09T23:06:40.123Z")
        #expect(try found("2026-01-09T23:06:40.123Z"))
        #expect(try found("2026-01-10T01:06:40.123456%2B02:00"))
        #expect(try !found("2026-01-09T23:06:40.123457Z"))
        #expect(try !found("2026-01-09T23:06:40.124Z"))
    }

    @Test(
        "deployments refuse a filter without its order",
        arguments: [
            ("updated_after=2026-01-01", 400), ("updated_after=2026-01-01&order_by=updated_at", 200),
            ("finished_after=2026-01-01", 400), ("finished_after=2026-01-01&order_by=finished_at", 400),
            ("finished_after=2026-01-01&order_by=finished_at&status=success", 200), ("status=nonsense", 400),
        ])
    func deploymentRules(_ query: String, _ status: Int) throws {
        #expect(try Inquirer.small().send("GET", "projects/1/deployments?\(query)").status == status)
    }

    @Test("deployments come oldest first and never show their finish")
    func deployments() throws {
        let inquirer = try Inquirer.small()
        let rows = try inquirer.all("projects/1/deployments")
        let ids = rows.compactMap { $0["id"]?.intValue }
        #expect(ids == ids.sorted() && !ids.isEmpty)
        #expect(rows.allSatisfy { $0["finished_at"] == nil })
        let finished = try inquirer.all(
            "projects/1/deployments?order_by=finished_at&status=success&environment=staging")
        let dates = finished.compactMap { $0["id"]?.intValue }.compactMap {
            inquirer.fake.world.finishDate(ofDeployment: $0)
        }
        #expect(dates.count == finished.count && dates == dates.sorted())
    }

    @Test("commits are chosen by committed date and come newest first")
    func commits() throws {
        let inquirer = try Inquirer.small()
        let path = "projects/1/repository/commits"
        let all = try inquirer.all(path)
        let since = try inquirer.all("\(path)?since=2026-01-01T00:00:00Z").count
        let until = try inquirer.all("\(path)?until=2025-12-31T23:59:59Z").count
        #expect(since + until == all.count && since > 0 && until > 0)
        #expect(all.allSatisfy { $0["stats"] == nil })
        #expect(try inquirer.all("\(path)?with_stats=true").allSatisfy { $0["stats"]?["total"] != nil })
        #expect(inquirer.send("GET", "\(path)?ref_name=nowhere").status == 404)
    }

    @Test("events choose by action, and exclude the day they name")
    func events() throws {
        let inquirer = try Inquirer.small()
        let approved = try inquirer.all("projects/1/events?action=approved&target_type=merge_request")
        #expect(!approved.isEmpty && approved.allSatisfy { $0["action_name"] == "approved" })
        let after = try inquirer.all("projects/1/events?after=2026-01-01&before=2026-01-03")
        #expect(after.allSatisfy { $0["created_at"]?.stringValue?.hasPrefix("2026-01-02") == true })
        #expect(!after.isEmpty)
    }
}
