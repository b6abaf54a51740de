import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Fixtures of plans")
struct PlanningFixtureTests {
    /// A world written down as files in a folder of its own.
    static func world(_ files: [String: String]) throws -> World {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: "\(name).json"))
        }
        return try FakeGitLab.Fixture(directory: folder).world(now: Inquirer.end)
    }

    static let files = [
        "users": #"[{"id": 4, "username": "ada"}]"#, "groups": #"[{"id": 1, "path": "acme"}]"#,
        "projects": #"[{"id": 7, "path": "app", "_group": 1}]"#,
        "members": #"[{"user_id": 4, "access_level": 30, "project_id": 7, "expires_at": "2026-01-01"}]"#,
        "labels": ##"[{"id": 5, "name": "bug", "color": "#ff0000", "_group": 1}]"##,
        "milestones": #"[{"id": 6, "iid": 1, "project_id": 7, "title": "1.0", "due_date": "2026-01-01"}]"#,
        "issues": #"[{"id": 8, "iid": 2, "project_id": 7, "labels": ["bug", "new"]}]"#,
        "timelogs":
            #"[{"id": 9, "user_id": 4, "issue_id": 8, "time_spent": 5400, "spent_at": "2025-12-01T08:00:00Z"}]"#,
    ]

    @Test("labels, milestones, booked time and ends of memberships are read")
    func reads() throws {
        let world = try Self.world(Self.files)
        #expect(world.objects(.labels).map { $0["name"] } == ["bug", "new"])
        #expect(world.objects(.labels).map { $0["is_project_label"] } == [false, true])
        #expect(world.objects(.milestones)[0]["expired"] == true)
        #expect(world.objects(.issues)[0]["time_stats"]?["human_total_time_spent"] == "1h 30m")
        #expect(world.timelog(9)?.seconds == 5400)
        #expect(world.access(of: 4, toProject: 7) == .none, "the membership has ended")
    }

    @Test("time on nothing, and labels of nobody, are refused")
    func refuses() throws {
        for (file, text) in [
            ("timelogs", #"[{"id": 9, "user_id": 4, "issue_id": 80, "time_spent": 60}]"#),
            ("labels", #"[{"id": 5, "name": "bug"}]"#),
        ] {
            #expect(throws: WorldError.self) {
                try Self.world(Self.files.merging([file: text]) { $1 })
            }
        }
    }
}
