import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Fixtures")
struct FixtureTests {
    static func world(_ files: [String: JSONValue]) throws -> World {
        let directory = FileManager.default.temporaryDirectory.appending(path: "fixture-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        for (name, value) in files {
            try Data(value.serialized()).write(to: directory.appending(path: "\(name).json"))
        }
        return try FakeGitLab.Fixture(directory: directory).world(now: Inquirer.end)
    }

    static let files: [String: JSONValue] = [
        "users": [["id": 5, "username": "ada"], ["id": 9, "username": "ci", "_bot": true]],
        "tokens": [["_value": "glpat-fake-metrics-reader", "user_id": 5]],
        "groups": [["id": 3, "path": "acme"]],
        "projects": [["id": 42, "path": "app", "_group": 3, "merge_method": "ff"]],
        "members": [["user_id": 5, "project_id": 42, "access_level": 30]],
        "commits": [
            ["project_id": 42, "id": "aaa1111", "title": "First", "committed_date": "2026-01-02T10:00:00Z"],
            [
                "project_id": 42, "id": "bbb2222", "parent_ids": ["aaa1111"], "title": "Second",
                "committed_date": "2026-01-03T10:00:00.000+02:00", "stats": ["additions": 3, "deletions": 1],
            ],
        ],
        "branches": [["project_id": 42, "name": "main", "sha": "bbb2222"]],
        "merge_requests": [
            [
                "id": 700, "iid": 8, "project_id": 42, "title": "Second", "author": "ada", "state": "merged",
                "created_at": "2026-01-02T09:00:00.000Z", "updated_at": "2026-01-03T08:00:00.000Z",
                "merged_at": "2026-01-03T08:00:00.000Z", "sha": "bbb2222", "_commits": ["bbb2222"],
                "_details": ["changes_count": "7"],
            ]
        ],
        "approvals": [["merge_request_id": 700, "user_id": 9, "approved_at": "2026-01-02T12:00:00.000Z"]],
        "notes": [
            [
                "id": 1, "noteable_type": "MergeRequest", "noteable_id": 700, "author": "ci", "body": "Hm",
                "created_at": "2026-01-02T11:00:00.000Z",
            ]
        ],
        "environments": [["id": 6, "name": "production", "_project": 42]],
        "deployments": [
            [
                "id": 12, "_environment": 6, "sha": "bbb2222", "created_at": "2026-01-03T09:00:00.000Z",
                "_finished_at": "2026-01-03T09:05:00.000Z", "_merge_requests": [700], "_job": true,
            ]
        ],
    ]

    @Test("what a fixture leaves out gets GitLab's defaults, what it hides is never served")
    func loading() throws {
        let inquirer = Inquirer(
            fake: FakeGitLab(world: try Self.world(Self.files), time: VirtualTime(Inquirer.end)))
        let request = try inquirer.json("projects/acme%2Fapp/merge_requests/8")
        #expect(request["id"] == 700 && request["draft"] == false && request["changes_count"] == "7")
        #expect(request["author"]?["username"] == "ada")
        #expect(request["updated_at"] == "2026-01-03T08:00:00.000Z")
        #expect(request.objectValue?.keys.contains { $0.hasPrefix("_") && $0 != "_links" } == false)
        #expect(
            try inquirer.all("projects/42/merge_requests/8/notes").map { $0["author"]?["username"] } == ["ci"]
        )
        #expect(
            try inquirer.json("projects/42/merge_requests/8/approvals")["approved_by"]?[0]?["approved_at"]
                == "2026-01-02T12:00:00.000Z")
        let commits = try inquirer.all("projects/42/repository/commits?with_stats=true")
        #expect(commits.map { $0["id"] } == ["bbb2222", "aaa1111"])
        #expect(commits.first?["committed_date"] == "2026-01-03T10:00:00.000+02:00")
        #expect(commits.first?["stats"]?["total"] == 4)
        #expect(try inquirer.all("projects/42/deployments/12/merge_requests").map { $0["id"] } == [700])
        #expect(
            try inquirer.json("projects/42/deployments/12")["deployable"]?["finished_at"]
                == "2026-01-03T09:05:00.000Z")
        #expect(inquirer.fake.world.finishDate(ofDeployment: 12) != nil)
    }

    @Test("life goes on after a fixture: numbers continue, merges land")
    func continuation() throws {
        let fake = FakeGitLab(world: try Self.world(Self.files), time: VirtualTime(Inquirer.end))
        let iid = try fake.change { world in
            let iid = try world.openMergeRequest(in: 42, by: 5, title: "Third", sourceBranch: "third")
            try world.merge(iid, in: 42, by: 5)
            return iid
        }
        #expect(iid == 9)
        let landed = try Inquirer(fake: fake).all("projects/42/repository/commits")
        #expect(landed.count == 3 && landed.first?["title"] == "Third")
    }

    @Test("a file that is no array, or an object that refers to nothing, is named")
    func errors() throws {
        #expect(throws: WorldError.self) { try Self.world(["users": ["id": 1]]) }
        #expect(throws: WorldError.self) {
            try Self.world(["projects": [["id": 1, "path": "x", "_group": 4]]])
        }
        let error = #expect(throws: WorldError.self) { try Self.world(["users": [["id": 1]]]) }
        #expect(error?.description.contains("username") == true)
    }
}
