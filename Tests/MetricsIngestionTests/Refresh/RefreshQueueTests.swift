import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing

@Suite("Keys wait until they are read, each once, and no crash loses any")
struct RefreshQueueTests {
    private let mergeRequest = RefreshKey.Subject.mergeRequest(iid: 1)

    @Test("What is told many times is read once")
    func coalescing() async throws {
        let lab = try await RefreshLab(.mixed)
        let key = RefreshKey(lab.key, mergeRequest)
        for _ in 1...20 { try await lab.queue.add([key], at: lab.lab.time.now) }
        let outcome = try await lab.refresh.run(lab.queue)
        #expect(outcome.projects.count == 1)
        #expect(outcome.requests <= 4)
        #expect(try await lab.queue.keys(at: lab.lab.time.now) == [])
        #expect(try await lab.refresh.run(lab.queue).projects.isEmpty)
    }

    @Test("A project is read at most once in the interval, unless asked to")
    func interval() async throws {
        let lab = try await RefreshLab(.rest)
        let key = RefreshKey(lab.key, .project)
        func add() async throws { try await lab.queue.add([key], at: lab.lab.time.now) }
        try await add()
        #expect(try await lab.refresh.run(lab.queue).projects.count == 1)
        try await add()
        lab.lab.time.advance(by: .seconds(29))
        #expect(try await lab.refresh.run(lab.queue).projects.isEmpty)
        let due = try #require(
            try await lab.queue.nextDue(interval: .seconds(30), at: lab.lab.time.now))
        #expect(due.timeIntervalSince(lab.lab.time.now) <= 1)
        lab.lab.time.advance(by: .seconds(1))
        #expect(try await lab.refresh.run(lab.queue).projects.count == 1)
        try await add()
        #expect(try await lab.refresh.run(lab.queue, atOnce: true).projects.count == 1)
    }

    @Test("Another queue over the same store goes on where a crash ended the first")
    func crash() async throws {
        let lab = try await RefreshLab(.rest)
        let key = RefreshKey(lab.key, .project)
        try await lab.queue.add([key], at: lab.lab.time.now)
        let refused = try lab.refused
        await #expect(throws: IngestionError.self) { _ = try await refused.run(lab.queue) }
        let successor = RefreshQueue(instance: "lab", state: lab.lab.storage)
        #expect(try await successor.keys(at: lab.lab.time.now) == [key])
        lab.lab.time.advance(by: .seconds(30))
        #expect(try await lab.refresh.run(successor).isCompleted)
        #expect(try await successor.keys(at: lab.lab.time.now) == [])
    }

    @Test("What is told while it is read is read again")
    func toldAgain() async throws {
        let lab = try await RefreshLab(.rest)
        let key = RefreshKey(lab.key, .project)
        let telling = InterceptingTransport(over: lab.network) { (_, _) async throws(GitLabError) in
            try? await lab.queue.add([key], at: lab.lab.time.now)
            return nil
        }
        let refresh = try RefreshLab.refresh(of: lab.lab, over: telling)
        try await lab.queue.add([key], at: lab.lab.time.now)
        #expect(try await refresh.run(lab.queue).isCompleted)
        #expect(try await lab.queue.keys(at: lab.lab.time.now) == [key])
    }

    @Test("What a fault left stays, and is asked for less and less often until it is read")
    func faults() async throws {
        let lab = try await RefreshLab(.rest)
        let key = RefreshKey(lab.key, .project)
        try await lab.queue.add([key], at: lab.lab.time.now)
        lab.fake.faults = FaultPlan([FaultRule(.badGateway)])
        var pauses: [TimeInterval] = []
        for _ in 1...4 {
            #expect(try await lab.refresh.run(lab.queue).isCompleted == false)
            let now = lab.lab.time.now
            let due = try #require(try await lab.queue.nextDue(interval: .seconds(30), at: now))
            pauses.append(due.timeIntervalSince(now).rounded())
            lab.lab.time.advance(by: .milliseconds(Int64(due.timeIntervalSince(now) * 1000) + 1))
        }
        #expect(pauses == [60, 120, 240, 480])
        lab.fake.faults = FaultPlan()
        #expect(try await lab.refresh.run(lab.queue).isCompleted)
        #expect(try await lab.queue.keys(at: lab.lab.time.now) == [])
    }

    @Test("Keys of other instances are left alone")
    func otherInstances() async throws {
        let storage = InMemoryStorage()
        let now = Date(timeIntervalSince1970: 1_768_000_000)
        let ours = RefreshQueue(instance: "a", state: storage)
        let theirs = RefreshQueue(instance: "a/b", state: storage)
        let keys = [RefreshKey(ProjectKey("a", 1), .project), RefreshKey(ProjectKey("a/b", 2), .project)]
        try await ours.add(Set(keys), at: now)
        try await theirs.add(Set(keys), at: now)
        #expect(try await ours.keys(at: now) == [keys[0]])
        #expect(try await theirs.keys(at: now) == [keys[1]])
    }

    @Test("Many add at a time and nothing is lost")
    func concurrency() async throws {
        let storage = InMemoryStorage()
        let now = Date(timeIntervalSince1970: 1_768_000_000)
        let queue = RefreshQueue(instance: "a", state: storage)
        let keys = (1...50).map { RefreshKey(ProjectKey("a", 1), .mergeRequest(iid: $0)) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for key in keys { group.addTask { try await queue.add([key], at: now) } }
            try await group.waitForAll()
        }
        #expect(try await queue.keys(at: now) == Set(keys))
    }

    static let subjects: [RefreshKey.Subject] =
        [
            .project, .mergeRequest(iid: 7), .issue(iid: 1), .pipeline(id: .max), .deployment(id: 5),
            .commits(branch: "main"), .commits(branch: "a/b c/ü"), .commits(branch: ""),
        ] + RecordKind.allCases.map { .list($0) }

    @Test("A subject is its text", arguments: subjects)
    func text(subject: RefreshKey.Subject) async throws {
        #expect(RefreshKey.Subject(subject.description) == subject)
        for other in [
            "", "project/", "merge_request", "merge_request/x", "list/none", "\(subject) 1", "job/1",
        ] {
            #expect(RefreshKey.Subject(other) != subject)
        }
    }

    @Test("What waits is read as it was stored, but for what no branch can be called")
    func roundTrip() async throws {
        let storage = InMemoryStorage()
        let now = Date(timeIntervalSince1970: 1_768_000_000)
        let queue = RefreshQueue(instance: "a", state: storage)
        let keys = Set(Self.subjects.map { RefreshKey(ProjectKey("a", 1), $0) })
        let impossible = RefreshKey(ProjectKey("a", 1), .commits(branch: "ma\nin"))
        try await queue.add(keys.union([impossible]), at: now)
        #expect(try await queue.keys(at: now) == keys)
        try await queue.forget(ProjectKey("a", 1), at: now)
        #expect(try await queue.keys(at: now) == [])
    }

    private static let stored = [
        """
        {"format":1,"failures":0,"readAt":1767999000000,"entries":[{"mergeRequest":{"iid":7}},\
        {"count":2,"due":1767999990000},{"list":{"_0":"branch"}},{"count":1,"due":1767999990000}]}
        """,
        """
        {"format":2,"failures":0,"readAt":1767999000000,"entries":"2 1767999990000 0 merge_request\\/7\\n\
        1 1767999990000 1767999980000 list\\/branch"}
        """,
    ]

    @Test("Every stored form decodes forever, a newer one is an error", arguments: stored)
    func storedForm(frozen: String) async throws {
        let storage = InMemoryStorage()
        let now = Instant(secondsSince1970: 1_768_000_000)
        let state = StateKey(namespace: "refresh", name: "a/1")
        let version = try await storage.set(
            Data(frozen.utf8), for: state, expecting: nil, expiry: nil, at: now)
        let queue = RefreshQueue(instance: "a", state: storage)
        let project = ProjectKey("a", 1)
        #expect(
            try await queue.keys(at: now.date) == [
                RefreshKey(project, .mergeRequest(iid: 7)), RefreshKey(project, .list(.branch)),
            ])
        let newer = Data(frozen.replacing(/"format":./, with: #""format":3"#).utf8)
        _ = try await storage.set(newer, for: state, expecting: version, expiry: nil, at: now)
        await #expect(throws: StorageError.self) { _ = try await queue.keys(at: now.date) }
    }
}
