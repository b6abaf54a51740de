import FakeGitLab
import Foundation
import GitLabAPI
import Testing
import WireFormat

@Suite("Hooks that fail")
struct HookHealthTests {
    @Test(
        "2xx and 3xx succeed, anything else fails, and what is no answer is an internal error",
        arguments: [
            (200, "200", true), (204, "204", true), (302, "302", true), (400, "400", false),
            (500, "500", false),
            (nil, "internal error", false),
        ])
    func outcomes(_ status: Int?, _ logged: String, _ isSuccess: Bool) async throws {
        let scene = try HookScene()
        let hook = scene.addHook()
        scene.announce()
        let receiver = Receiver { _ throws(GitLabError) in
            guard let status else { throw GitLabError(.unreachableRefused) }
            return HTTPResponse(status: status, headers: ["Location": "https://elsewhere.example"])
        }
        let attempts = await scene.fake.deliver(over: receiver.transport)
        #expect(attempts.map(\.status) == [status] && attempts.map(\.isSuccess) == [isSuccess])
        #expect(receiver.received.count == 1)
        #expect(try await scene.log(hook).first?["response_status"]?.stringValue == logged)
    }

    @Test("a receiver that takes more than ten seconds has failed")
    func slowness() async throws {
        let scene = try HookScene()
        let hook = scene.addHook()
        let time = scene.time
        for seconds in [9, 11] {
            scene.announce()
            let receiver = Receiver { _ throws(GitLabError) in
                try? await time.sleep(for: .seconds(seconds))
                return HTTPResponse(status: 200)
            }
            await scene.fake.deliver(over: receiver.transport)
        }
        let log = try await scene.log(hook)
        #expect(log.map { $0["response_status"] } == ["internal error", "200"])
        #expect(log.map { $0["execution_duration"] } == [11.0, 9.0])
    }

    @Test("after four failures it rests a minute, then twice as long each time up to a day, then for good")
    func resting() async throws {
        let scene = try HookScene()
        let hook = scene.addHook()
        var rests: [Int] = []
        for failure in 1...40 {
            let before = try await scene.shown(hook)
            #expect(before["alert_status"] == "executable" && before["disabled_until"] == .null)
            scene.announce()
            #expect(await scene.fake.deliver(over: Receiver(status: 500).transport).count == 1)
            let after = try await scene.shown(hook)
            guard failure >= 4, failure < 40 else { continue }
            #expect(after["alert_status"] == "temporarily_disabled")
            let until = try #require(after["disabled_until"]?.stringValue)
            let rest = try #require(WireDate(until)).date.timeIntervalSince(scene.time.now)
            rests.append(Int(rest.rounded()))
            scene.announce()
            #expect(scene.fake.pendingDeliveries == 0)
            scene.time.advance(by: .seconds(rests[rests.count - 1]))
        }
        #expect(
            rests.prefix(12) == [60, 120, 240, 480, 960, 1920, 3840, 7680, 15_360, 30_720, 61_440, 86_400])
        #expect(rests.count == 36 && rests.last == 86_400)
        let dead = try await scene.shown(hook)
        #expect(dead["alert_status"] == "disabled" && dead["disabled_until"] == .null)
        scene.time.advance(by: .seconds(30 * 86_400))
        scene.announce()
        #expect(await scene.fake.deliver().isEmpty)

        scene.fake.receivers = Receiver(status: 200).transport
        let path = "projects/\(scene.project)/hooks/\(hook)/test/push_events"
        #expect(try await scene.ask("POST", path).status == 201)
        #expect(try await scene.shown(hook)["alert_status"] == "executable")
        scene.announce()
        #expect(await scene.fake.deliver().count == 1)
    }

    @Test("any success clears the count")
    func recovery() async throws {
        let scene = try HookScene()
        let hook = scene.addHook()
        for status in [500, 500, 500, 302, 500, 500, 500] {
            scene.announce()
            await scene.fake.deliver(over: Receiver(status: status).transport)
        }
        #expect(try await scene.shown(hook)["alert_status"] == "executable")
    }

    @Test("what was on its way when a hook was disabled is lost without a trace")
    func loss() async throws {
        let scene = try HookScene()
        let hook = scene.addHook()
        for _ in 1...6 { scene.announce() }
        #expect(await scene.fake.deliver(over: Receiver(status: 404).transport).count == 4)
        #expect(try await scene.log(hook).count == 4)
    }

    @Test("hooks of the instance are never disabled, nor others where the switch is off")
    func exceptions() async throws {
        let scene = try HookScene()
        let system = scene.fake.change { $0.addSystemHook("https://s.example", switches: .all) }
        for _ in 1...6 { scene.announce(system: true) }
        let attempts = await scene.fake.deliver(over: Receiver(status: 500).transport)
        #expect(attempts.count == 6 && attempts.allSatisfy { $0.hook == system })
        let lenient = try HookScene(policy: HookPolicy(disablesFailing: false))
        let hook = lenient.addHook()
        for _ in 1...6 { lenient.announce() }
        #expect(await lenient.fake.deliver(over: Receiver(status: 500).transport).count == 6)
        #expect(try await lenient.shown(hook)["alert_status"] == "executable")
    }
}
