import FakeGitLab
import Foundation
import GitLabAPI
import Synchronization
import Testing
import WireFormat

@Suite("Deliveries as they happen")
struct HookPumpTests {
    @Test("what happens is delivered without being asked for, until the task ends", .timeLimit(.minutes(1)))
    func pump() async throws {
        let scene = try HookScene()
        _ = scene.addHook()
        scene.announce(body: ["n": 0])
        let (arrivals, continuation) = AsyncStream.makeStream(of: Int.self)
        let receiver = HookReceiver { request throws(GitLabError) in
            let body = try? JSONValue(parsing: request.body ?? Data())
            continuation.yield(body?["n"]?.intValue ?? -1)
            return HTTPResponse(status: 200)
        }
        let pump = Task { await scene.fake.keepDelivering(over: receiver) }
        var iterator = arrivals.makeAsyncIterator()
        #expect(await iterator.next() == 0)
        scene.announce(body: ["n": 1])
        #expect(await iterator.next() == 1)
        pump.cancel()
        await pump.value
        scene.announce(body: ["n": 2])
        #expect(scene.fake.pendingDeliveries == 1)
    }

    @Test("what is on its way when the task ends stays to be sent", .timeLimit(.minutes(1)))
    func stopping() async throws {
        let scene = try HookScene()
        let hook = scene.addHook()
        scene.announce()
        let (arrivals, continuation) = AsyncStream.makeStream(of: Void.self)
        let receiver = HookReceiver { _ throws(GitLabError) in
            continuation.yield()
            while !Task.isCancelled { try? await Task.sleep(for: .seconds(60)) }
            throw GitLabError(.cancelled)
        }
        let pump = Task { await scene.fake.keepDelivering(over: receiver) }
        for await _ in arrivals { break }
        pump.cancel()
        await pump.value
        #expect(scene.fake.pendingDeliveries == 1)
        #expect(try await scene.log(hook).isEmpty)
        #expect(await scene.fake.deliver().count == 1)
    }
}
