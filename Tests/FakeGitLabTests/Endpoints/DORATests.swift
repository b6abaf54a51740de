import FakeGitLab
import Foundation
import Testing
import WireFormat

/// GitLab's own metrics, on histories small enough to reckon by hand.
@Suite("DORA metrics as GitLab counts them")
struct DORATests {
    /// 2026-01-05T00:00:00Z
    private static let monday = Date(timeIntervalSince1970: 1_767_571_200)

    private static func hours(_ hours: Double) -> Date { monday + hours * 3600 }

    /// Three merge requests reach production on Monday and Tuesday; one incident lasts four, one six hours.
    private static func inquirer(tier: Tier = .ultimate, role: AccessLevel = .reporter) throws -> Inquirer {
        var world = World(now: monday - 86_400, tier: tier)
        let user = world.addUser("ada", name: "Ada Byron")
        let reader = world.addUser("metrics")
        let group = world.addGroup("acme")
        world.addMember(reader, toGroup: group, access: role)
        world.addToken("glpat-fake-metrics-reader", for: reader)
        let project = try world.addProject("billing", group: group, creator: user)
        let production = world.addEnvironment("production", in: project)
        let staging = world.addEnvironment("staging", in: project)
        try world.deploy(to: production, by: user, status: "failed")
        func merge(_ branch: String, at date: Date) throws {
            world.now = date
            let iid = try world.openMergeRequest(in: project, by: user, title: branch, sourceBranch: branch)
            try world.push(1, to: iid, in: project, by: user)
            try world.merge(iid, in: project, by: user)
        }
        func deploy(_ environment: Int, at date: Date, status: String = "success") throws {
            world.now = date
            try world.deploy(to: environment, by: user, status: status)
        }
        try deploy(production, at: hours(1))
        try merge("one", at: hours(2))
        try merge("two", at: hours(4))
        try deploy(staging, at: hours(5))
        try deploy(production, at: hours(6))
        try deploy(production, at: hours(7), status: "failed")
        try merge("three", at: hours(20))
        try deploy(production, at: hours(30))
        for (opened, closed) in [(8.0, 12.0), (31.0, 37.0)] {
            world.now = hours(opened)
            let iid = try world.openIssue(in: project, by: user, title: "Down", type: "incident")
            world.now = hours(closed)
            try world.closeIssue(iid, in: project, by: user)
        }
        return Inquirer(fake: FakeGitLab(world: world, time: VirtualTime(hours(48))))
    }

    private static func values(_ query: String, of place: String = "projects/1") throws -> [String: Double?] {
        let points = try inquirer().json("\(place)/dora/metrics?\(query)").arrayValue ?? []
        return Dictionary(
            uniqueKeysWithValues: points.map { ($0["date"]?.stringValue ?? "all", $0["value"]?.doubleValue) })
    }

    @Test(
        "deployments count on the day they finish, failed ones never", arguments: ["projects/1", "groups/1"])
    func frequency(place: String) throws {
        #expect(
            try Self.values("metric=deployment_frequency", of: place) == ["2026-01-05": 2, "2026-01-06": 1])
        #expect(try Self.values("metric=deployment_frequency&interval=all", of: place) == ["all": 3])
        #expect(
            try Self.values("metric=deployment_frequency&interval=monthly", of: place) == ["2026-01-01": 3])
        let staging = "metric=deployment_frequency&environment_tiers[]=staging"
        #expect(try Self.values(staging, of: place) == ["2026-01-05": 1])
    }

    @Test("lead time is the median from merge to finish, over a span the median of the days' medians")
    func leadTime() throws {
        let daily = try Self.values("metric=lead_time_for_changes")
        #expect(daily == ["2026-01-05": 3 * 3600, "2026-01-06": 10 * 3600])
        #expect(try Self.values("metric=lead_time_for_changes&interval=all") == ["all": 6.5 * 3600])
    }

    @Test("incidents count on the day they open, and the time to restore on the day they close")
    func incidents() throws {
        #expect(
            try Self.values("metric=time_to_restore_service") == [
                "2026-01-05": 4 * 3600, "2026-01-06": 6 * 3600,
            ])
        #expect(try Self.values("metric=time_to_restore_service&interval=all") == ["all": 5 * 3600])
        #expect(try Self.values("metric=change_failure_rate") == ["2026-01-05": 0.5, "2026-01-06": 1])
        #expect(try Self.values("metric=change_failure_rate&interval=all") == ["all": 2.0 / 3])
    }

    @Test("a span holds its first and its last day")
    func span() throws {
        let query = "metric=deployment_frequency&start_date=2026-01-06&end_date=2026-01-06"
        #expect(try Self.values(query) == ["2026-01-06": 1])
    }

    @Test(
        "what GitLab does not take is refused",
        arguments: [
            "", "metric=nonsense", "metric=deployment_frequency&interval=weekly",
            "metric=deployment_frequency&environment_tiers[]=moon",
            "metric=deployment_frequency&start_date=2026-02-01&end_date=2026-01-01",
            "metric=deployment_frequency&start_date=2025-01-01",
        ])
    func refusals(query: String) throws {
        #expect(try Self.inquirer().send("GET", "projects/1/dora/metrics?\(query)").status == 400)
    }

    @Test("without the licence or the role GitLab says 401")
    func permission() throws {
        let path = "projects/1/dora/metrics?metric=deployment_frequency"
        #expect(try Self.inquirer(tier: .premium).send("GET", path).status == 401)
        #expect(try Self.inquirer(role: .guest).send("GET", path).status == 401)
    }
}
