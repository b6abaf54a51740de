import FakeGitLab
import Foundation
import GitLabAPI
import Synchronization
import Testing

@Suite("PooledTransport")
struct PooledTransportTests {
    static let deaths: [HTTPResponse] = [.unauthorized, .revoked, .expired, .blocked]

    @Test("a token that is no good is asked once and never again", arguments: deaths)
    func death(refusal: HTTPResponse) async throws {
        let instance = PooledInstance { token, _, _ in token == "a" ? refusal : nil }
        let reports = Mutex<[SetAside]>([])
        let pool = instance.pool("a", "b", onSetAside: { report in reports.withLock { $0.append(report) } })
        let transport = instance.transport(pool)
        for number in 1...5 {
            #expect(try await transport.send(.get("projects/\(number)")) == .ok)
            #expect(try await transport.send(.get("groups/\(number)")) == .ok)
        }
        #expect(instance.asked.count { $0.token == "a" } == 1)
        #expect(reports.withLock { $0 }.map(\.extent) == [.everything])
        #expect(pool.status.map { $0.failure != nil } == [true, false])
    }

    @Test("what it was asked in vain is asked again, whatever the method")
    func repeatsWrites() async throws {
        let instance = PooledInstance { token, _, _ in token == "a" ? .revoked : nil }
        let transport = instance.transport(instance.pool("a", "b"))
        #expect(try await transport.send(.post("projects/1/issues/1/notes")) == .ok)
        #expect(instance.log == ["a projects/1/issues/1/notes", "b projects/1/issues/1/notes"])
    }

    @Test("when all are dead the last one's error stands, and nothing is sent any more")
    func allDead() async throws {
        let instance = PooledInstance { token, _, _ in token == "a" ? .revoked : .expired }
        let transport = instance.transport(instance.pool("a", "b"))
        #expect(try await transport.send(.get("projects/1")) == .expired)
        #expect(try await transport.send(.get("projects/2")) == .expired)
        #expect(instance.asked.count == 2)
    }

    @Test("a refusal by role or licence is not the token's death, though it be a 401")
    func permission() async throws {
        let refusal = HTTPResponse.json(
            #"{"message":"You do not have permission to access dora metrics."}"#, status: 401)
        let instance = PooledInstance { token, request, _ in
            token == "a" && request.url.path().contains("dora") ? refusal : nil
        }
        let pool = instance.pool("a", "b")
        let transport = instance.transport(pool)
        #expect(try await transport.send(.get("projects/1/dora/metrics")) == .ok)
        #expect(pool.status.allSatisfy { $0.failure == nil })
    }

    @Test("one that cannot see a project is set aside for that project only")
    func hidden() async throws {
        let instance = PooledInstance { token, request, _ in
            token == "a" && request.url.path().contains("projects/1") ? .hidden : nil
        }
        let pool = instance.pool("a", "b")
        let transport = instance.transport(pool)
        #expect(try await transport.send(.get("projects/1")) == .ok)
        #expect(try await transport.send(.get("projects/1/pipelines")) == .ok)
        #expect(try await transport.send(.get("projects/2")) == .ok)
        #expect(
            instance.log == ["a projects/1", "b projects/1", "b projects/1/pipelines", "a projects/2"])
        #expect(pool.status[0].setAside.map(\.extent) == [.project(1)])
    }

    @Test("what is missing in a project that was seen is asked of nobody else")
    func missing() async throws {
        let instance = PooledInstance { _, request, _ in
            request.url.path().hasSuffix("/999") ? .missing : nil
        }
        let transport = instance.transport(instance.pool("a", "b", "c"))
        _ = try await transport.send(.get("projects/1"))
        #expect(try await transport.send(.get("projects/1/merge_requests/999")) == .missing)
        #expect(instance.asked.count == 2)
    }

    @Test("what nobody finds is asked once of each, then only of the one that works there")
    func nobodyFinds() async throws {
        let instance = PooledInstance { _, _, _ in .hidden }
        let pool = instance.pool("a", "b", "c")
        let transport = instance.transport(pool)
        for _ in 0..<4 { #expect(try await transport.send(.get("projects/1")) == .hidden) }
        #expect(instance.asked.map(\.token) == ["a", "b", "c", "a", "a", "a"])
        #expect(pool.status.allSatisfy { $0.setAside.isEmpty }, "nobody else could")
    }

    @Test("a role too low for one thing hands the project to a higher one")
    func forbidden() async throws {
        let instance = PooledInstance { token, request, _ in
            token == "a" && request.url.path().hasSuffix("/pipelines") ? .forbidden : nil
        }
        let transport = instance.transport(instance.pool("a", "b"))
        for path in ["projects/1", "projects/1/issues", "projects/1/pipelines", "projects/1/issues"] {
            #expect(try await transport.send(.get(path)) == .ok)
        }
        #expect(instance.asked.map(\.token) == ["a", "a", "a", "b", "b"])
    }

    @Test("a feature that is off for all is asked once of each")
    func featureOff() async throws {
        let instance = PooledInstance { _, request, _ in
            request.url.path().hasSuffix("/environments") ? .forbidden : nil
        }
        let transport = instance.transport(instance.pool("a", "b"))
        _ = try await transport.send(.get("projects/1"))
        for _ in 0..<3 { #expect(try await transport.send(.get("projects/1/environments")) == .forbidden) }
        _ = try await transport.send(.get("projects/1/issues"))
        #expect(instance.asked.map(\.token) == ["a", "a", "b", "a", "a", "a"])
    }

    @Test("a scope that is lacking sets aside for such requests only")
    func scope() async throws {
        let instance = PooledInstance { token, request, _ in
            token == "a" && request.method == .post ? .unscoped : nil
        }
        let pool = instance.pool("a", "b")
        let transport = instance.transport(pool)
        for _ in 0..<2 {
            #expect(try await transport.send(.get("projects/1")) == .ok)
            #expect(try await transport.send(.post("projects/1/issues/1/notes")) == .ok)
        }
        #expect(instance.asked.map(\.token) == ["a", "a", "b", "a", "b"])
        #expect(pool.status[0].setAside.map(\.extent) == [.scope])
        #expect(pool.status[0].setAside.first?.error.requiredScope == "api read_api")
    }

    @Test("GraphQL's null for a project is asked of another")
    func graphQL() async throws {
        let null = HTTPResponse.json(#"{"data":{"project":null}}"#)
        let instance = PooledInstance { token, request, _ in token == "a" ? null : nil }
        let transport = instance.transport(instance.pool("a", "b"))
        var query = HTTPRequest(
            method: .post, url: InstanceURL.example.graphQLEndpoint, isRepeatable: true, project: 7,
            hiddenIfNull: "project")
        for _ in 0..<2 { #expect(try await transport.send(query) == .ok) }
        #expect(instance.asked.map(\.token) == ["a", "b", "b"])
        query.hiddenIfNull = nil
        query.project = 8
        #expect(try await transport.send(query) == null, "who does not ask for it gets the answer as it is")
    }

    @Test("projects are spread over all, each worked by one")
    func affinity() async throws {
        let instance = PooledInstance { _, _, _ in nil }
        let pool = instance.pool("a", "b", "c")
        let transport = instance.transport(pool)
        for _ in 0..<5 {
            for project in 1...9 { _ = try await transport.send(.get("projects/\(project)/issues")) }
        }
        let workers = Dictionary(grouping: instance.asked, by: \.target).mapValues { Set($0.map(\.token)) }
        #expect(workers.values.allSatisfy { $0.count == 1 })
        #expect(pool.status.map(\.projects) == [3, 3, 3])
        #expect(pool.status.map(\.requests) == [15, 15, 15])
    }

    @Test("lists are asked of those that see everything, else of the first")
    func lists() async throws {
        let instance = PooledInstance { _, _, _ in nil }
        for (wide, expected) in [(Set<String>(), "a"), (["b"], "b")] {
            let transport = instance.transport(instance.pool("a", "b", "c", wide: wide))
            for path in ["projects?membership=true", "groups/1/projects", "users"] {
                _ = try await transport.send(.get(path))
            }
            #expect(instance.asked.suffix(3).allSatisfy { $0.token == expected })
        }
    }

    @Test("requests that wait for their time are not sent with a token that died meanwhile")
    func queued() async throws {
        let time = VirtualTime(mode: .manual)
        let instance = PooledInstance(time: time) { token, _, _ in token == "a" ? .revoked : nil }
        let pool = instance.pool("a", "b")
        let transport = instance.transport(pool, perMinute: 1)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 { group.addTask { try await transport.send(.get("projects/1")).status } }
            group.addTask {
                // No time passes before the first answer has come: the others wait for theirs all along.
                while pool.status[0].setAside.isEmpty, !Task.isCancelled { await Task.yield() }
                while instance.asked.count < 5, !Task.isCancelled {
                    await Task.yield()
                    time.advanceToNextWakeUp()
                }
                return 200
            }
            for try await status in group { #expect(status == 200) }
        }
        #expect(instance.asked.count { $0.token == "a" } == 1)
    }

    @Test("an empty pool says so")
    func empty() async throws {
        let instance = PooledInstance { _, _, _ in nil }
        let error = try await #require(throws: GitLabError.self) {
            try await instance.transport(instance.pool()).send(.get())
        }
        #expect(error.code == .invalidToken)
        #expect(instance.asked.isEmpty)
    }

    @Test("neither reports nor status hold a token")
    func secrecy() async throws {
        let instance = PooledInstance { token, _, _ in
            .json(#"{"message":"401 Unauthorized token-of-\#(token)"}"#, status: 401)
        }
        let reports = Mutex<[SetAside]>([])
        let pool = instance.pool(
            "anna", "ben", onSetAside: { report in reports.withLock { $0.append(report) } })
        _ = try await instance.transport(pool).send(.get("projects/1"))
        #expect(reports.withLock { $0 }.count == 2)
        #expect(!"\(reports.withLock { $0 }) \(pool.status)".contains("token-of"))
    }
}
