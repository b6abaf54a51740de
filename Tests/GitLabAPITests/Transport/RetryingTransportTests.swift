import FakeGitLab
import Foundation
import GitLabAPI
import Synchronization
import Testing

@Suite("RetryingTransport")
struct RetryingTransportTests {
    private func transport(
        _ base: ScriptedTransport, _ time: VirtualTime,
        _ configuration: RetryingTransport.Configuration = .init(),
        random: Double = 1, onWait: (@Sendable (RetryWait) -> Void)? = nil
    ) -> RetryingTransport {
        RetryingTransport(
            over: base, configuration: configuration, time: time, random: { random }, onWait: onWait)
    }

    static let passingFaults: [Result<HTTPResponse, GitLabError>] = [
        .success(.html("<title>502</title>", status: 502)), .success(.json("{}", status: 503)),
        .success(.plain("", status: 504)), .failure(GitLabError(.connectionBroken)),
        .failure(GitLabError(.timedOut)),
    ]

    @Test("repeats what passes, with a bound that doubles", arguments: passingFaults)
    func repeats(fault: Result<HTTPResponse, GitLabError>) async throws {
        let time = VirtualTime()
        let base = ScriptedTransport(fault, fault, fault, .success(.ok))
        #expect(try await transport(base, time).send(.get()) == .ok)
        #expect(time.slept == [.seconds(1), .seconds(2), .seconds(4)])
    }

    @Test("never repeats a request that might have been executed", arguments: passingFaults)
    func notRepeatable(fault: Result<HTTPResponse, GitLabError>) async {
        let time = VirtualTime()
        let base = ScriptedTransport(fault, .success(.ok))
        let transport = transport(base, time)
        let result = await Result { () async throws(GitLabError) in try await transport.send(.post()) }
        #expect(result == fault)
        #expect(base.sent.count == 1)
        #expect(time.slept.isEmpty)
    }

    @Test("repeats a POST that says it is harmless")
    func repeatablePost() async throws {
        var request = HTTPRequest.post("graphql")
        request.isRepeatable = true
        let base = ScriptedTransport(.success(.plain("", status: 502)), .success(.ok))
        #expect(try await transport(base, VirtualTime()).send(request) == .ok)
    }

    static let lasting: [Result<HTTPResponse, GitLabError>] =
        [200, 201, 204, 301, 304, 400, 401, 403, 404, 409, 422, 500, 501].map {
            .success(.json("{}", status: $0))
        }
        + [
            .failure(GitLabError(.cancelled)), .failure(GitLabError(.unreachableTLS)),
            .failure(GitLabError(.foreignOrigin)), .failure(GitLabError(.notGitLab)),
            .failure(GitLabError(.responseTooLarge)), .failure(GitLabError(.invalidURL)),
            .failure(GitLabError(.expiredToken)),
        ]

    @Test("hands on at once what does not pass", arguments: lasting)
    func handsOn(outcome: Result<HTTPResponse, GitLabError>) async {
        let base = ScriptedTransport(outcome)
        let transport = transport(base, VirtualTime())
        let result = await Result { () async throws(GitLabError) in try await transport.send(.get()) }
        #expect(result == outcome)
        #expect(base.sent.count == 1)
    }

    @Test(
        "takes an address that never answered for wrong, and one that did for down",
        arguments: [GitLabError.Code.unreachableDNS, .unreachableRefused])
    func unreachable(code unreachable: GitLabError.Code) async throws {
        let fault = Result<HTTPResponse, GitLabError>.failure(GitLabError(unreachable))
        let base = ScriptedTransport(fault, .success(.ok), fault, fault, .success(.ok))
        let time = VirtualTime()
        let transport = transport(base, time)
        #expect(await code { () throws(GitLabError) in _ = try await transport.send(.get()) } == unreachable)
        #expect(time.slept.isEmpty)
        #expect(try await transport.send(.get()) == .ok)
        #expect(try await transport.send(.get()) == .ok)
        #expect(time.slept == [.seconds(1), .seconds(2)])
    }

    static let limits: [(headers: HTTPHeaders, wait: Duration)] = [
        (["Retry-After": "42"], .seconds(42)),
        (["Retry-After": "Thu, 01 Jan 2026 00:01:30 GMT"], .seconds(90)),
        (["RateLimit-Reset": "1767225630"], .seconds(30)),
        (["RateLimit-ResetTime": "Thu, 01 Jan 2026 00:00:20 GMT"], .seconds(20)),
        (["Retry-After": "0"], .seconds(1)),
        ([:], .seconds(90)),
    ]

    @Test(
        "waits out a rate limit as long as GitLab says, or a minute and more; for every method",
        arguments: limits, [HTTPRequest.get(), .post()])
    func rateLimited(limit: (headers: HTTPHeaders, wait: Duration), request: HTTPRequest) async throws {
        let time = VirtualTime()
        let base = ScriptedTransport(
            time: time, .success(.plain("Retry later\n", status: 429, headers: limit.headers)), .success(.ok))
        #expect(try await transport(base, time).send(request) == .ok)
        #expect(time.slept == [limit.wait])
    }

    @Test("never comes back before a minute on its own account", arguments: 0..<50)
    func unexplained(seed: Int) async throws {
        var generator = SplitMix(seed: seed)
        let time = VirtualTime()
        let base = ScriptedTransport(.success(.retryLater), .success(.retryLater), .success(.ok))
        let random = Double.random(in: 0...1, using: &generator)
        #expect(try await transport(base, time, random: random).send(.get()) == .ok)
        #expect(time.slept[0] >= .seconds(60) && time.slept[0] <= .seconds(90))
        #expect(time.slept[1] >= .seconds(120) && time.slept[1] <= .seconds(180))
    }

    @Test("never comes back before a Retry-After of a 503")
    func maintenance() async throws {
        let time = VirtualTime()
        let base = ScriptedTransport(
            .success(.json("{}", status: 503, headers: ["Retry-After": "60"])), .success(.ok))
        #expect(try await transport(base, time).send(.get()) == .ok)
        #expect(time.slept == [.seconds(60)])
    }

    @Test("hands on the last answer when the attempts are used up", arguments: [1, 2, 6, 0, -1])
    func attempts(limit: Int) async throws {
        let base = ScriptedTransport(.success(.plain("", status: 502)))
        let response = try await transport(base, VirtualTime(), .init(attempts: limit)).send(.get())
        #expect(response.status == 502)
        #expect(base.sent.count == max(1, limit))
    }

    @Test("does not begin a wait that the budget cannot pay", arguments: 0..<50)
    func budget(seed: Int) async throws {
        var generator = SplitMix(seed: seed)
        let budget = Int.random(in: 0...200, using: &generator)
        let waits = (0..<20).map { _ in Int.random(in: 0...100, using: &generator) }
        let time = VirtualTime()
        let base = ScriptedTransport(time: time) { (_, index) throws(GitLabError) in
            .plain("", status: 429, headers: ["Retry-After": "\(waits[index])"])
        }
        let configuration = RetryingTransport.Configuration(attempts: 20, budget: .seconds(budget))
        let response = try await transport(base, time, configuration, random: 0).send(.get())
        #expect(response.status == 429)
        #expect(time.elapsed <= .seconds(budget))
        let sent = base.sent.count
        #expect(sent == 20 || time.elapsed + .seconds(waits[sent - 1]) > .seconds(budget))
    }

    @Test("ends a wait at once when the task is cancelled")
    func cancellation() async {
        let time = VirtualTime(mode: .manual)
        let base = ScriptedTransport(.success(.retryLater), .success(.ok))
        let transport = transport(base, time)
        let task = Task { await code { () throws(GitLabError) in _ = try await transport.send(.get()) } }
        await time.untilSleeping(1)
        task.cancel()
        #expect(await task.value == .cancelled)
        #expect(base.sent.count == 1)
    }

    @Test("sends nothing for a task that is cancelled already")
    func cancelledBefore() async {
        let base = ScriptedTransport(.success(.ok))
        let transport = transport(base, VirtualTime())
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await code { () throws(GitLabError) in _ = try await transport.send(.get()) }
        }
        #expect(await task.value == .cancelled)
        #expect(base.sent.isEmpty)
    }

    @Test("tells who watches until when it waits, and why")
    func observed() async throws {
        let time = VirtualTime()
        let waits = Mutex<[RetryWait]>([])
        let base = ScriptedTransport(
            .success(.plain("Retry later", status: 429, headers: ["Retry-After": "30"])),
            .failure(GitLabError(.timedOut)), .success(.ok))
        let transport = transport(base, time) { wait in waits.withLock { $0.append(wait) } }
        _ = try await transport.send(.get("projects?private_token=hush"))
        let seen = waits.withLock { $0 }
        #expect(seen.map(\.attempt) == [1, 2])
        #expect(seen.map(\.until) == [time.start + 30, time.start + 32])
        #expect(seen.map(\.error.code) == [.rateLimited, .timedOut])
        #expect(seen.map(\.request) == ["GET /api/v4/projects", "GET /api/v4/projects"])
    }

    @Test("ends in an answer or a typed error under any sequence of faults", arguments: 0..<200)
    func anyFaults(seed: Int) async {
        var generator = SplitMix(seed: seed)
        let outcomes = (0..<10).map { _ in
            (Self.passingFaults + Self.lasting + [.success(.retryLater)]).randomElement(using: &generator)
                ?? .success(.ok)
        }
        let time = VirtualTime()
        let base = ScriptedTransport(time: time) { (_, index) throws(GitLabError) in try outcomes[index].get()
        }
        let isRepeatable = Bool.random(using: &generator)
        let transport = transport(base, time, random: Double.random(in: 0...1, using: &generator))
        let result = await Result { () async throws(GitLabError) in
            try await transport.send(isRepeatable ? .get() : .post())
        }
        #expect(result == outcomes[base.sent.count - 1], "the last outcome is handed on as it is")
        #expect(base.sent.count <= 6)
        #expect(time.elapsed <= .seconds(900))
        if !isRepeatable {
            let refused = outcomes.prefix(base.sent.count - 1)
            #expect(
                refused.allSatisfy { (try? $0.get().status) == 429 }, "only what was not executed is repeated"
            )
        }
    }
}

extension Result {
    init(_ body: () async throws(Failure) -> Success) async {
        do throws(Failure) { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
