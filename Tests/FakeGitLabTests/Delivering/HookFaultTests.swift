import FakeGitLab
import Foundation
import GitLabAPI
import Testing
import WireFormat

@Suite("Deliveries that travel badly")
struct HookFaultTests {
    private static func run(_ faults: HookFaults, events: Int = 200) async throws
        -> (HookScene, [HookAttempt], [Int])
    {
        let scene = try HookScene(policy: HookPolicy(disablesFailing: false))
        _ = scene.addHook()
        scene.fake.hookFaults = faults
        for number in 0..<events { scene.announce(body: ["n": .int(number)]) }
        let receiver = Receiver()
        let attempts = await scene.fake.deliverAll(over: receiver.transport)
        return (scene, attempts, try receiver.bodies().compactMap { $0["n"]?.intValue })
    }

    @Test("without faults each arrives once, in order")
    func none() async throws {
        let (_, attempts, numbers) = try await Self.run(HookFaults(seed: 3))
        #expect(numbers == Array(0..<200) && attempts.allSatisfy(\.isSuccess))
    }

    @Test("duplicates come twice under one key")
    func duplicates() async throws {
        let (_, attempts, numbers) = try await Self.run(HookFaults(seed: 3, duplicates: 0.3))
        #expect(Set(numbers).count == 200 && (40...80).contains(numbers.count - 200))
        #expect(Set(attempts.map(\.idempotencyKey)).count == 200)
    }

    @Test("what is lost stands in the log and can be sent again; what is forgotten does not")
    func loss() async throws {
        let (scene, attempts, numbers) = try await Self.run(HookFaults(seed: 3, loss: 0.1))
        #expect(attempts.count == 200 && (8...35).contains(200 - numbers.count))
        let failed = try await scene.ask(
            "GET", "projects/\(scene.project)/hooks/1/events?status=server_failure&per_page=100")
        #expect(failed.body.arrayValue?.count == 200 - numbers.count)
        let (_, forgotten, rest) = try await Self.run(HookFaults(seed: 3, omission: 0.1))
        #expect(forgotten.count == rest.count && (8...35).contains(200 - rest.count))
    }

    @Test("reordered or delayed, all arrive, at the same places for the same seed")
    func order() async throws {
        let faults = HookFaults(seed: 3, delay: .seconds(1) ... .seconds(90))
        let (scene, _, delayed) = try await Self.run(faults)
        #expect(delayed != Array(0..<200) && delayed.sorted() == Array(0..<200))
        #expect(scene.time.elapsed >= .seconds(60) && scene.time.elapsed < .seconds(120))
        let (_, _, reordered) = try await Self.run(HookFaults(seed: 3, reorders: true))
        #expect(reordered != Array(0..<200) && reordered.sorted() == Array(0..<200))
        #expect(try await Self.run(HookFaults(seed: 3, reorders: true)).2 == reordered)
        #expect(try await Self.run(HookFaults(seed: 4, reorders: true)).2 != reordered)
    }
}
