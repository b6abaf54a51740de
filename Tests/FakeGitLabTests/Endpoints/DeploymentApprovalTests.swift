import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Approvals of deployments")
struct DeploymentApprovalTests {
    private static func inquirer(_ tier: Tier, approvals: [Bool]) throws -> Inquirer {
        var world = World(now: Inquirer.end, tier: tier)
        let people = ["ada", "grace", "tony"].map { world.addUser($0) }
        let reader = world.addUser("metrics")
        let group = world.addGroup("acme")
        world.addMember(reader, toGroup: group, access: .reporter)
        world.addToken("glpat-fake-metrics-reader", for: reader)
        let project = try world.addProject("billing", group: group, creator: people[0])
        let production = world.addEnvironment("production", in: project)
        let id = try world.startDeployment(to: production, by: people[0])
        try world.blockDeployment(id, approvals: 2)
        for (index, approves) in approvals.enumerated() {
            world.now += 60
            try world.review(deployment: id, by: people[index], approves: approves, comment: "No. \(index)")
        }
        return Inquirer(fake: FakeGitLab(world: world, time: VirtualTime(world.now)))
    }

    @Test("a deployment waits until enough people said yes")
    func waiting() throws {
        let half = try Self.inquirer(.premium, approvals: [true]).json("projects/1/deployments/1")
        #expect(half["status"] == "blocked" && half["pending_approval_count"] == 1)
        let full = try Self.inquirer(.premium, approvals: [true, true]).json("projects/1/deployments/1")
        #expect(full["status"] == "created" && full["pending_approval_count"] == 0)
        let approvals = full["approvals"]?.arrayValue ?? []
        #expect(approvals.map { $0["user"]?["username"]?.stringValue } == ["ada", "grace"])
        #expect(approvals.map { $0["comment"]?.stringValue } == ["No. 0", "No. 1"])
    }

    @Test("a no is no yes")
    func rejection() throws {
        let object = try Self.inquirer(.premium, approvals: [true, false]).json("projects/1/deployments/1")
        #expect(object["status"] == "blocked" && object["pending_approval_count"] == 1)
        #expect(
            object["approvals"]?.arrayValue?.map { $0["status"]?.stringValue } == ["approved", "rejected"])
    }

    @Test("the Free tier knows nothing of approvals, and lists never tell of them")
    func tiers() throws {
        let free = try Self.inquirer(.free, approvals: [true]).json("projects/1/deployments/1")
        #expect(free["approvals"] == nil && free["pending_approval_count"] == nil)
        let listed = try Self.inquirer(.ultimate, approvals: [true]).all("projects/1/deployments")
        #expect(listed.count == 1 && listed[0]["approvals"] == nil)
    }
}
