import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Labels, milestones and booked time")
struct PlanningTests {
    static let day: TimeInterval = 86_400

    /// A project with one issue and one merge request by one developer.
    static func world() throws -> (world: World, project: Int, user: Int, issue: Int, mergeRequest: Int) {
        var world = World(now: Inquirer.end)
        let user = world.addUser("ada")
        let group = world.addGroup("acme")
        let project = try world.addProject("billing", group: group)
        world.addMember(user, toProject: project, access: .developer)
        let issue = try world.openIssue(in: project, by: user, title: "Slow", labels: ["bug"])
        let iid = try world.openMergeRequest(in: project, by: user, title: "Fast", sourceBranch: "fast")
        return (world, project, user, issue, iid)
    }

    @Test("a label used for the first time becomes one of the project, unless a group above has it")
    func labels() throws {
        var (world, project, user, issue, mergeRequest) = try Self.world()
        world.addLabel("ops", toGroup: 1, color: "#ff0000")
        try world.setLabels(["ops", "bug", "new"], ofIssue: issue, in: project, by: user)
        try world.setLabels(["ops"], ofMergeRequest: mergeRequest, in: project, by: user)
        let own = world.objects(.labels, in: project).compactMap { $0["name"]?.stringValue }
        #expect(own == ["bug", "new"])
        #expect(world.objects(.labels).count == 3)
        let carried = world.objects(.issues, in: project)[0]["labels"]?.arrayValue
        #expect(carried?.compactMap(\.stringValue) == ["bug", "new", "ops"])
    }

    @Test("what lies in a milestone shows its state, and that it has expired, as time goes by")
    func milestones() throws {
        var (world, project, user, issue, mergeRequest) = try Self.world()
        let id = world.addMilestone("1.0", toGroup: 1, due: Inquirer.end + Self.day)
        try world.setMilestone(id, ofIssue: issue, in: project, by: user)
        try world.setMilestone(id, ofMergeRequest: mergeRequest, in: project, by: user)
        func shown(_ key: String) -> [JSONValue?] {
            [World.Kind.issues, .mergeRequests].map { world.objects($0)[0]["milestone"]?[key] }
        }
        #expect(shown("expired") == [false, false] && shown("group_id") == [1, 1])
        world.now += Self.day
        #expect(shown("expired") == [false, false])
        world.now += Self.day
        #expect(shown("expired") == [true, true])
        try world.setMilestone(id, isClosed: true)
        #expect(shown("state") == ["closed", "closed"])
        try world.setMilestone(nil, ofIssue: issue, in: project, by: user)
        #expect(world.objects(.issues)[0]["milestone"] == .null)
        let other = world.addMilestone("2.0", toProject: try world.addProject("other", group: 1))
        #expect(throws: WorldError.self) {
            try world.setMilestone(other, ofIssue: issue, in: project, by: user)
        }
    }

    @Test("the sum of what is booked is what time_stats says, whatever is booked, taken back and removed")
    func time() throws {
        var (world, project, user, issue, mergeRequest) = try Self.world()
        var random = SeededGenerator(seed: 11)
        try world.estimate(7200, forIssue: issue, in: project, by: user)
        for _ in 0..<40 {
            let seconds = Int(random.next() % 20_000) - 5000
            if random.next() % 2 == 0 {
                try world.spend(seconds, onIssue: issue, in: project, by: user)
            } else {
                try world.spend(seconds, onMergeRequest: mergeRequest, in: project, by: user)
            }
        }
        try world.deleteTimelog(world.timelogIDs(ofIssue: issue, in: project)[0])
        for (kind, ids) in [
            (World.Kind.issues, world.timelogIDs(ofIssue: issue, in: project)),
            (.mergeRequests, world.timelogIDs(ofMergeRequest: mergeRequest, in: project)),
        ] {
            let stats = world.objects(kind)[0]["time_stats"]
            #expect(
                stats?["total_time_spent"]?.intValue
                    == ids.compactMap { world.timelog($0)?.seconds }.reduce(0, +))
            #expect(stats?["time_estimate"] == (kind == .issues ? 7200 : 0))
        }
        #expect(world.objects(.issueNotes)[0]["body"] == "changed time estimate to 2h")
    }

    @Test(
        "spans are written with working days",
        arguments: [
            (3600, "1h"), (28_800, "1d"), (144_000, "1w"), (576_000, "1mo"), (37_865, "1d 2h 31m 5s"),
        ])
    func text(_ seconds: Int, _ text: String) throws {
        var (world, project, user, issue, _) = try Self.world()
        try world.spend(seconds, onIssue: issue, in: project, by: user)
        let stats = world.objects(.issues)[0]["time_stats"]
        #expect(stats?["human_total_time_spent"] == .string(text))
        #expect(stats?["human_time_estimate"] == .null)
        #expect(world.objects(.issueNotes)[0]["body"] == .string("added \(text) of time spent"))
    }
}
