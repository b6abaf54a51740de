import FakeGitLab
import Foundation
import Synchronization
import Testing
import WireFormat

@Suite("Churn")
struct ChurnTests {
    static func churned(_ seed: UInt64, steps: Int) throws -> World {
        var world = try Inquirer.small().fake.world
        var churn = Churn(seed: seed)
        for step in 0..<steps {
            world.now = Inquirer.end + Double(step) * 10
            churn.step(&world)
        }
        return world
    }

    @Test("equal seeds make equal changes")
    func determinism() throws {
        let (first, again, other) = (
            try Self.churned(1, steps: 150), try Self.churned(1, steps: 150), try Self.churned(2, steps: 150)
        )
        for kind in World.Kind.allCases { #expect(first.json(kind) == again.json(kind), "\(kind)") }
        #expect(first.json(.mergeRequests) != other.json(.mergeRequests))
    }

    @Test("counts stay right through every change", arguments: [UInt64(1), 2, 3])
    func consistency(_ seed: UInt64) throws {
        let world = try Self.churned(seed, steps: 300)
        for row in world.objects(.mergeRequests) {
            let (project, iid) = (
                try #require(row["project_id"]?.intValue), try #require(row["iid"]?.intValue)
            )
            let ids = Set(world.noteIDs(on: iid, in: project))
            let comments = world.objects(.mergeRequestNotes, in: project).filter { note in
                ids.contains(note["id"]?.intValue ?? 0) && note["system"] == false
            }
            #expect(row["user_notes_count"]?.intValue == comments.count)
        }
        for project in world.objects(.projects) {
            let open = world.issueIIDs(in: project["id"]?.intValue ?? 0, state: "opened")
            #expect(project["open_issues_count"]?.intValue == open.count)
        }
    }

    @Test("rows move while they are paged: offset paging by updated_at loses some, as GitLab's does")
    func movingRows() async throws {
        let time = VirtualTime(Inquirer.end)
        let inquirer = try Inquirer.small(projects: 1, time: time)
        let churn = Mutex(Churn(seed: 4, changes: [.comment, .push]))
        inquirer.fake.beforeEachRequest { world in
            for _ in 0..<3 { churn.withLock { $0.step(&world) } }
        }
        let present = Set(inquirer.fake.world.mergeRequestIIDs(in: 1))
        var seen: Set<Int> = []
        var next: String? = "projects/1/merge_requests?order_by=updated_at&sort=asc&per_page=5"
        while let path = next {
            try await time.sleep(for: .seconds(120))
            let reply = inquirer.send("GET", path)
            seen.formUnion(try reply.json().arrayValue?.compactMap { $0["iid"]?.intValue } ?? [])
            next = reply.next
        }
        #expect(seen.isStrictSubset(of: present))
    }
}
