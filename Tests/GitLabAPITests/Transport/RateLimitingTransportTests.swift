import FakeGitLab
import Foundation
import GitLabAPI
import Synchronization
import Testing

@Suite("RateLimitingTransport")
struct RateLimitingTransportTests {
    private func transport(
        _ base: ScriptedTransport, _ time: VirtualTime, perMinute: Int?
    ) -> RateLimitingTransport {
        RateLimitingTransport(over: base, configuration: .init(requestsPerMinute: perMinute), time: time)
    }

    /// The most requests within any span of 60 seconds, its end not included.
    private func busiestMinute(_ dates: [Date]) -> Int {
        dates.indices.map { first in
            dates[first...].prefix { $0.timeIntervalSince(dates[first]) < 60 }.count
        }.max() ?? 0
    }

    @Test("never lets more than its rate out within any minute, however requests arrive", arguments: 0..<60)
    func anyArrivals(seed: Int) async throws {
        var generator = SplitMix(seed: seed)
        let rate = [1, 2, 5, 10, 60, 600, Int.random(in: 1...2000, using: &generator)][seed % 7]
        let time = VirtualTime()
        let base = ScriptedTransport(time: time, .success(.ok))
        let transport = transport(base, time, perMinute: rate)
        for _ in 0..<(2 * rate + 20).clamped(to: 20...400) {
            if Int.random(in: 0..<4, using: &generator) == 0 {
                try await time.sleep(
                    for: .milliseconds(Int.random(in: 0...(90_000 / rate), using: &generator)))
            }
            _ = try await transport.send(.get())
        }
        #expect(busiestMinute(base.sent.map(\.date)) <= rate)
    }

    @Test("wastes little of its rate", arguments: [1, 10, 60, 600])
    func throughput(rate: Int) async throws {
        let time = VirtualTime()
        let base = ScriptedTransport(time: time, .success(.ok))
        let transport = transport(base, time, perMinute: rate)
        for _ in 0..<(3 * rate) { _ = try await transport.send(.get()) }
        #expect(time.elapsed <= .seconds(200), "three minutes' worth of requests")
    }

    @Test(
        "is smooth: a burst is at most a tenth of the rate, and ten", arguments: [(5, 1), (50, 5), (600, 10)])
    func burst(rate: Int, burst: Int) async throws {
        let time = VirtualTime()
        let base = ScriptedTransport(time: time, .success(.ok))
        let transport = transport(base, time, perMinute: rate)
        for _ in 0..<(burst + 5) { _ = try await transport.send(.get()) }
        #expect(base.sent.count { $0.date == time.start } == burst)
    }

    @Test("without a rate holds nothing back")
    func unlimited() async throws {
        let time = VirtualTime()
        let transport = transport(ScriptedTransport(.success(.ok)), time, perMinute: nil)
        for _ in 0..<1000 { _ = try await transport.send(.get()) }
        #expect(time.slept.isEmpty)
    }

    @Test("lets requests out in the order they came")
    func order() async throws {
        let time = VirtualTime(mode: .manual)
        let base = ScriptedTransport(time: time, .success(.ok))
        let transport = transport(base, time, perMinute: 1)
        _ = try await transport.send(.get("0"))
        var tasks: [Task<HTTPResponse, any Error>] = []
        for number in 1...5 {
            tasks.append(Task { try await transport.send(.get("\(number)")) })
            // Only the first in the queue sleeps; who came later waits for it.
            #expect(await eventually { transport.queued == number })
        }
        for number in 1...5 {
            await time.untilSleeping(1)
            time.advanceToNextWakeUp()
            #expect(await eventually { base.sent.count == number + 1 })
        }
        for task in tasks { _ = try await task.value }
        #expect(base.requests.map(\.url.lastPathComponent) == (0...5).map(String.init))
    }

    @Test("who is cancelled in the queue leaves at once and takes no place")
    func cancellation() async throws {
        let time = VirtualTime(mode: .manual)
        let base = ScriptedTransport(time: time, .success(.ok))
        let transport = transport(base, time, perMinute: 1)
        _ = try await transport.send(.get("0"))
        var tasks: [Task<GitLabError.Code?, Never>] = []
        for number in 1...3 {
            tasks.append(
                Task {
                    await code { () throws(GitLabError) in _ = try await transport.send(.get("\(number)")) }
                })
            #expect(await eventually { transport.queued == number })
        }
        tasks[1].cancel()
        #expect(await tasks[1].value == .cancelled, "while waiting for its turn")
        tasks[0].cancel()
        #expect(await tasks[0].value == .cancelled, "while sleeping in its turn")
        await time.untilSleeping(1)
        time.advanceToNextWakeUp()
        #expect(await tasks[2].value == nil)
        #expect(base.requests.map(\.url.lastPathComponent) == ["0", "3"])
        #expect(time.elapsed < .seconds(61), "the third takes the place of the first")
    }

    @Test("after any cancellations the rest still gets through", arguments: 0..<30)
    func anyCancellations(seed: Int) async {
        var generator = SplitMix(seed: seed)
        let time = VirtualTime()
        let base = ScriptedTransport(time: time, .success(.ok))
        let transport = transport(base, time, perMinute: 30)
        let outcomes = await withTaskGroup(of: GitLabError.Code?.self) { group in
            for _ in 0..<30 {
                let isCancelled = Bool.random(using: &generator)
                group.addTask {
                    let task = Task {
                        await code { () throws(GitLabError) in _ = try await transport.send(.get()) }
                    }
                    if isCancelled { task.cancel() }
                    return await task.value
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.allSatisfy { $0 == nil || $0 == .cancelled })
        #expect(transport.queued == 0)
        #expect(await code { () throws(GitLabError) in _ = try await transport.send(.get()) } == nil)
        #expect(busiestMinute(base.sent.map(\.date)) <= 30)
    }

    static let pauses: [(headers: HTTPHeaders, seconds: Double)] = [
        (["Retry-After": "42"], 42), (["Retry-After": "Thu, 01 Jan 2026 00:01:30 GMT"], 90),
        (["RateLimit-Reset": "1767225630"], 30), ([:], 60),
    ]

    @Test("a 429 to one holds back all, as long as GitLab says", arguments: pauses)
    func pause(headers: HTTPHeaders, seconds: Double) async throws {
        let time = VirtualTime()
        let base = ScriptedTransport(
            time: time, .success(.plain("Retry later", status: 429, headers: headers)), .success(.ok))
        let transport = transport(base, time, perMinute: nil)
        #expect(try await transport.send(.get()).status == 429)
        for _ in 0..<3 { _ = try await transport.send(.get()) }
        #expect(base.sent.map(\.date) == [time.start] + Array(repeating: time.start + seconds, count: 3))
    }

    @Test("a 429 also holds back who waits already")
    func pauseOfWaiting() async throws {
        let time = VirtualTime(mode: .manual)
        let base = ScriptedTransport(time: time) { (_, index) async throws(GitLabError) in
            if index == 0 { return .ok }
            return index == 1 ? .plain("", status: 429, headers: ["Retry-After": "300"]) : .ok
        }
        let transport = transport(base, time, perMinute: 1)
        _ = try await transport.send(.get())
        async let limited = transport.send(.get())
        await time.untilSleeping(1)
        async let waiting = transport.send(.get())
        time.advanceToNextWakeUp()
        #expect(try await limited.status == 429)
        #expect(await eventually { time.sleeping == 1 })
        while time.elapsed < .seconds(359) {
            await time.untilSleeping(1)
            time.advanceToNextWakeUp()
        }
        #expect(try await waiting.status == 200)
        #expect(try #require(base.sent.last).date >= base.sent[1].date + 300)
    }

    @Test("a pause beyond reason fails requests at once, until it is over")
    func pauseBeyondReason() async throws {
        let time = VirtualTime()
        let base = ScriptedTransport(
            time: time, .success(.plain("", status: 429, headers: ["Retry-After": "86400"])), .success(.ok))
        let transport = transport(base, time, perMinute: nil)
        _ = try await transport.send(.get())
        let error = try await #require(throws: GitLabError.self) { try await transport.send(.get()) }
        #expect(error.code == .rateLimited)
        #expect(error.retryAt == time.start + 86_400)
        #expect(base.sent.count == 1)
        try await time.sleep(for: .seconds(86_400))
        #expect(try await transport.send(.get()) == .ok)
    }

    /// A throttle as GitLab's: so many requests in each minute of the server's clock.
    private func throttled(_ time: VirtualTime, limit: Int, others: Int = 0) -> ScriptedTransport {
        let window = Mutex((minute: -1, used: 0))
        return ScriptedTransport(time: time) { (_, _) throws(GitLabError) in
            let seconds = Int(time.now.timeIntervalSince1970)
            let used = window.withLock { window in
                if window.minute != seconds / 60 { window = (seconds / 60, others) }
                window.used += 1
                return window.used
            }
            var headers: HTTPHeaders = [
                "RateLimit-Limit": "\(limit)", "RateLimit-Observed": "\(used)",
                "RateLimit-Remaining": "\(max(0, limit - used))",
                "RateLimit-Reset": "\((seconds / 60 + 1) * 60)",
            ]
            guard used > limit else { return .json("{}", headers: headers) }
            headers["Retry-After"] = "\(60 - seconds % 60)"
            return .plain("Retry later\n", status: 429, headers: headers)
        }
    }

    @Test("slows down by the headers, so that no 429 comes", arguments: [5, 40, 200], [0, 3])
    func headers(limit: Int, others: Int) async throws {
        let time = VirtualTime()
        let transport = transport(throttled(time, limit: limit, others: others), time, perMinute: nil)
        for _ in 0..<(3 * limit) { #expect(try await transport.send(.get()).status == 200) }
        let minutes = Double(3 * limit) / Double(limit - others)
        #expect(time.elapsed <= .seconds(60 * (minutes + 1)), "no slower than the throttle wants")
    }

    @Test("leaves the pace alone while plenty remains")
    func plenty() async throws {
        let time = VirtualTime()
        let transport = transport(throttled(time, limit: 1000), time, perMinute: nil)
        for _ in 0..<700 { _ = try await transport.send(.get()) }
        #expect(time.slept.isEmpty)
    }

    @Test("spreads what remains over the time to the reset, rather than stop at the end")
    func spread() async throws {
        let time = VirtualTime()
        let base = throttled(time, limit: 40)
        let transport = transport(base, time, perMinute: nil)
        for _ in 0..<40 { _ = try await transport.send(.get()) }
        let longest = time.slept.max() ?? .zero
        #expect(longest <= .seconds(10), "the last quarter over a minute: six seconds each")
        #expect(longest >= .seconds(5))
    }

    static let nonsense: [HTTPHeaders] = [
        ["RateLimit-Remaining": "0", "RateLimit-Reset": "99999999999"],
        ["RateLimit-Remaining": "0", "RateLimit-Reset": "1"],
        ["RateLimit-Remaining": "-9223372036854775808", "RateLimit-Limit": "9223372036854775807"],
        ["RateLimit-Remaining": "x", "RateLimit-Limit": "", "RateLimit-Reset": "soon"],
        ["RateLimit-Remaining": "0"],
    ]

    @Test("nonsense in the headers stops nothing", arguments: nonsense)
    func ignoresNonsense(headers: HTTPHeaders) async throws {
        let time = VirtualTime()
        let transport = transport(
            ScriptedTransport(.success(.json("{}", headers: headers))), time, perMinute: nil)
        for _ in 0..<10 { _ = try await transport.send(.get()) }
        #expect(time.slept.isEmpty)
    }
}

extension Int {
    fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
