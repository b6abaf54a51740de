import FakeGitLab
import Foundation
import GitLabAPI
import Testing

@Suite("VirtualTime")
struct VirtualTimeTests {
    let start = Date(timeIntervalSince1970: 1_000_000_000)

    @Test("jumps to the end of each wait and keeps a record")
    func automatic() async throws {
        let time = VirtualTime(start)
        try await time.sleep(for: .seconds(60))
        try await time.sleep(for: .milliseconds(1500))
        try await time.sleep(for: .zero)
        #expect(time.now == start + 61.5)
        #expect(time.slept == [.seconds(60), .milliseconds(1500), .zero])
    }

    @Test("never goes back, and does not drift")
    func monotonic() async throws {
        let time = VirtualTime(start)
        for _ in 0..<1000 { try await time.sleep(for: .milliseconds(1)) }
        try await time.sleep(for: .seconds(-5))
        #expect(time.elapsed == .seconds(1))
    }

    @Test("holds sleepers until it is moved past the end of their wait")
    func manual() async throws {
        let time = VirtualTime(start, mode: .manual)
        async let short: Date = sleepThenLook(time, .seconds(5))
        async let long: Date = sleepThenLook(time, .seconds(60))
        await time.untilSleeping(2)
        time.advance(by: .seconds(4))
        #expect(time.sleeping == 2)
        time.advance(by: .seconds(1))
        #expect(try await short == start + 5)
        #expect(time.sleeping == 1)
        #expect(time.advanceToNextWakeUp())
        #expect(try await long == start + 60)
        #expect(!time.advanceToNextWakeUp())
    }

    @Test("ends a cancelled wait at once", arguments: [VirtualTime.Mode.automatic, .manual])
    func cancellation(mode: VirtualTime.Mode) async {
        let time = VirtualTime(start, mode: mode)
        let sleeper = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await time.sleep(for: .seconds(3600))
        }
        await #expect(throws: CancellationError.self) { try await sleeper.value }
        #expect(time.now == start)
        #expect(time.sleeping == 0)
    }

    @Test("ends a wait that is cancelled on the way")
    func cancellationOnTheWay() async {
        let time = VirtualTime(start, mode: .manual)
        let sleeper = Task { try await time.sleep(for: .seconds(3600)) }
        await time.untilSleeping(1)
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
        #expect(time.sleeping == 0)
        #expect(time.slept == [.seconds(3600)])
    }

    private func sleepThenLook(_ time: VirtualTime, _ duration: Duration) async throws -> Date {
        try await time.sleep(for: duration)
        return time.now
    }
}
