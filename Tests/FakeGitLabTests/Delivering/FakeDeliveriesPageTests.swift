import FakeGitLab
import Foundation
import GitLabAPI
import LoopbackServer
import Synchronization
import Testing

/// The code of Documentation/FakeDeliveries.md.
@Suite("Webhooks from the fake, as documented")
struct FakeDeliveriesPageTests {
    @Test("what happens is told when asked for")
    func delivering() async throws {
        let scene = try HookScene()
        let (world, time, project, user) = (scene.fake.world, scene.time, scene.project, scene.root)
        let received = Mutex<[HTTPRequest]>([])
        let fake = FakeGitLab(world: world, time: time)
        let hook = fake.change { world in
            world.addHook(
                "https://receiver.example/gitlab", toProject: project, switches: ["merge_requests_events"],
                token: "a secret")
        }
        fake.receivers = HookReceiver { request in
            received.withLock { $0.append(request) }
            return HTTPResponse(status: 200)
        }
        try fake.change { try $0.openMergeRequest(in: project, by: user, title: "Fix", sourceBranch: "fix") }
        let attempts = await fake.deliver()
        #expect(attempts.map(\.hook) == [hook])
        #expect(received.withLock { $0.map { $0.headers["X-Gitlab-Token"] } } == ["a secret"])
    }

    @Test("a server sends by itself", .timeLimit(.minutes(1)))
    func serving() async throws {
        let scene = try HookScene()
        let (project, user, fake) = (scene.project, scene.root, scene.fake)
        let server = FakeGitLabServer(fake)
        fake.receivers = URLSessionTransport()
        let url = try server.start()
        server.startDelivering()
        defer { server.stop() }
        #expect(url.host() == "127.0.0.1")

        let (arrivals, continuation) = AsyncStream.makeStream(of: ServerRequest.self)
        let receiver = LoopbackServer { request in
            continuation.yield(request)
            return ServerResponse(status: 200)
        }
        let address = try receiver.start()
        defer { receiver.stop() }
        try fake.change { world in
            world.addHook("\(address)hook", toProject: project, switches: ["merge_requests_events"])
            try world.openMergeRequest(in: project, by: user, title: "Fix", sourceBranch: "fix")
        }
        for await request in arrivals {
            #expect(request.method == "POST" && request.target == "/hook")
            #expect(request.header("X-Gitlab-Event") == "Merge Request Hook")
            break
        }
    }

    /// It only has to compile.
    static func disturb(_ fake: FakeGitLab) {
        fake.hookFaults = HookFaults(seed: 7, duplicates: 0.3, loss: 0.1, reorders: true)
    }
}
