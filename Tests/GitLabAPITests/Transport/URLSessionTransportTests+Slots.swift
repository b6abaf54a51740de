import Foundation
import GitLabAPI
import LoopbackServer
import Testing

/// How requests share the few that may be on their way, and what becomes of one that nobody waits for any more.
extension URLSessionTransportTests {
    @Test("No more requests than allowed are on their way at once")
    func concurrencyLimit() async throws {
        let gauge = Gauge()
        let server = LoopbackServer { _ in
            gauge.enter()
            defer { gauge.leave() }
            try? await Task.sleep(for: .milliseconds(5))
            return ServerResponse(status: 200)
        }
        let url = try server.start()
        defer { server.stop() }
        let transport = URLSessionTransport(configuration: .init(maximumConcurrentRequests: 3))
        try await withThrowingTaskGroup { group in
            for _ in 0..<60 { group.addTask { _ = try await transport.send(Self.request(.get, url)) } }
            try await group.waitForAll()
        }
        #expect(gauge.highest == 3)
    }

    @Test("After close, calls are refused; those under way have their answer")
    func close() async throws {
        let server = Self.server(ServerResponse(status: 200, body: [65], latency: .milliseconds(100)))
        let url = try server.start()
        defer { server.stop() }
        let transport = URLSessionTransport(configuration: .init(maximumConcurrentRequests: 2))
        let outcomes = await withTaskGroup(of: Result<Int, GitLabError>.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    do throws(GitLabError) {
                        let request = HTTPRequest(url: url, timeout: .seconds(30))
                        return .success(try await transport.send(request).body.count)
                    } catch {
                        return .failure(error)
                    }
                }
            }
            while server.connectionCount < 2 { await Task.yield() }
            await transport.close()
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { (try? $0.get()) == 1 } == 2)
        let refusals = outcomes.compactMap { if case .failure(let error) = $0 { error.code } else { nil } }
        #expect(refusals == Array(repeating: .closed, count: 4))
        let error = await #expect(throws: GitLabError.self) {
            try await transport.send(Self.request(.get, url))
        }
        #expect(error?.code == .closed)
        await transport.close()
    }

    @Test("Cancelled calls end at once, and never disturb others", arguments: [1, 2, 3] as [UInt64])
    func cancellationStorm(_ seed: UInt64) async throws {
        let server = LoopbackServer { request in
            ServerResponse(
                status: 200, body: Array(request.target.utf8),
                delivery: request.target.hasSuffix("0")
                    ? .slow(bytes: 2, pause: .milliseconds(2)) : .complete,
                latency: .milliseconds(request.target.utf8.count % 4))
        }
        let url = try server.start()
        defer { server.stop() }
        let transport = URLSessionTransport()
        var random = SplitMix(state: seed)
        var calls: [(path: String, isCancelled: Bool, task: Task<HTTPResponse, any Error>)] = []
        for number in 0..<400 {
            let path = "/\(number)"
            let isCancelled = random.next() % 2 == 0
            let task = Task {
                try await transport.send(Self.request(.get, url, path: path, timeout: .seconds(30)))
            }
            calls.append((path, isCancelled, task))
            if isCancelled {
                let delay = Duration.microseconds(Int(random.next() % 60_000))
                Task {
                    try await Task.sleep(for: delay)
                    task.cancel()
                }
            }
        }
        for call in calls {
            switch await call.task.result {
            case .success(let answer): #expect(answer.body == Data(call.path.utf8))
            case .failure(let error):
                #expect(call.isCancelled)
                #expect((error as? GitLabError)?.code == .cancelled)
            }
        }
        let answer = try await transport.send(Self.request(.get, url, path: "/after"))
        #expect(answer.body == Data("/after".utf8))
    }

    @Test(
        "A call cancelled while the server is silent ends at once, whether it waits for the answer or for a slot"
    )
    func cancellationOfSilence() async throws {
        let server = Self.server(ServerResponse(status: 200, delivery: .silent))
        let url = try server.start()
        defer { server.stop() }
        let transport = URLSessionTransport(configuration: .init(maximumConcurrentRequests: 2))
        let tasks = (0..<10).map { _ in
            Task { try await transport.send(Self.request(.get, url)) }
        }
        while server.connectionCount < 2 { await Task.yield() }
        let start = ContinuousClock.now
        for task in tasks { task.cancel() }
        for task in tasks {
            let error = await #expect(throws: GitLabError.self) { try await task.value }
            #expect(error?.code == .cancelled)
        }
        #expect(start.duration(to: .now) < .seconds(10))
        #expect(server.acceptedConnectionCount == 2)
    }

    @Test("An abandoned request keeps its slot until it is answered, or the server has been silent too long")
    func abandonment() async throws {
        let gauge = Gauge()
        let server = LoopbackServer { request in
            guard request.target != "/silent" else { return ServerResponse(status: 200, delivery: .silent) }
            gauge.enter()
            defer { gauge.leave() }
            if request.target == "/slow" { try? await Task.sleep(for: .milliseconds(100)) }
            return ServerResponse(status: 200, body: Array(request.target.utf8))
        }
        let url = try server.start()
        defer { server.stop() }
        let transport = URLSessionTransport(configuration: .init(maximumConcurrentRequests: 1))
        let slow = Task {
            try await transport.send(Self.request(.get, url, path: "/slow", timeout: .seconds(600)))
        }
        while gauge.highest == 0 { await Task.yield() }
        slow.cancel()
        let cancelled = await #expect(throws: GitLabError.self) { try await slow.value }
        #expect(cancelled?.code == .cancelled)
        try await Self.expectNext(on: transport, at: url)
        #expect(gauge.highest == 1)

        let silent = await #expect(throws: GitLabError.self) {
            try await transport.send(Self.request(.get, url, path: "/silent", timeout: .milliseconds(20)))
        }
        #expect(silent?.code == .timedOut)
        try await Self.expectNext(on: transport, at: url)
    }

    private static func expectNext(on transport: URLSessionTransport, at url: URL) async throws {
        let answer = try await transport.send(request(.get, url, path: "/next", timeout: .seconds(600)))
        #expect(answer.body == Data("/next".utf8))
    }
}
