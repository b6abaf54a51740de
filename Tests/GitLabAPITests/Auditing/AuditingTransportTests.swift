import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import Synchronization
import Testing

@Suite("AuditingTransport")
struct AuditingTransportTests {
    static let secret = "glpat-SECRETSECRETSECRET"

    /// Keeps what it is told.
    final class Memory: AuditSink {
        private let state = Mutex<[AuditEntry]>([])
        var entries: [AuditEntry] { state.withLock { $0 } }
        func record(_ entry: AuditEntry) { state.withLock { $0.append(entry) } }
    }

    struct Full: AuditSink {
        struct NoSpace: Error {}
        func record(_ entry: AuditEntry) throws { throw NoSpace() }
    }

    private func transport(
        over base: any Transport, _ sink: any AuditSink, time: VirtualTime, token: String = secret
    ) -> StandardTransport {
        StandardTransport(
            instance: .example, credentials: StaticCredential(AccessToken(token)),
            over: AuditingTransport(
                over: base, instance: .example, to: sink, credential: "metrics", time: time),
            configuration: .init(rateLimiting: .init(requestsPerMinute: nil)), time: time, random: { 1 })
    }

    @Test("tells each try as an exchange of its own, without the waits between")
    func tries() async throws {
        let time = VirtualTime()
        let base = ScriptedTransport(time: time) { (_, index) throws(GitLabError) in
            try? await time.sleep(for: .milliseconds(40))
            switch index {
            case 0: return .plain("", status: 429, headers: ["Retry-After": "90"])
            case 1: throw GitLabError(.connectionBroken)
            case 2: return HTTPResponse(status: 301, headers: ["Location": "/api/v4/projects/42"])
            default: return .json(#"{"id":1}"#, headers: ["X-Request-Id": "01HX-abc_9"])
            }
        }
        let sink = Memory()
        _ = try await transport(over: base, sink, time: time).send(
            .get("projects/secret-group%2Fapp?private=1"))
        let entries = sink.entries
        #expect(entries.map(\.status) == [429, nil, 301, 200])
        #expect(entries.map(\.failure) == [nil, .connectionBroken, nil, nil])
        #expect(entries.map(\.attempt) == [1, 2, 3, 3])
        #expect(entries.map(\.route) == Array(repeating: "/projects/:id", count: 4))
        #expect(entries.map(\.project) == [nil, nil, nil, 42])
        #expect(entries.map(\.duration) == Array(repeating: .milliseconds(40), count: 4))
        #expect(entries.map(\.credential) == Array(repeating: "metrics", count: 4))
        #expect(entries.map(\.bytesReceived) == [0, 0, 0, 8])
        #expect(entries.last?.requestID == "01HX-abc_9")
        #expect(entries[1].date.timeIntervalSince(time.start) >= 90)
    }

    @Test("names the credential of a pool by its label")
    func pool() async throws {
        let time = VirtualTime()
        let base = ScriptedTransport(time: time) { (request, _) throws(GitLabError) in
            request.headers["Authorization"] == "Bearer second" ? .ok : .json("{}", status: 401)
        }
        let sink = Memory()
        let transport = StandardTransport(
            instance: .example,
            pool: CredentialPool([
                PooledCredential("payments bot", AccessToken("first")),
                PooledCredential("website bot", AccessToken("second")),
            ]), over: AuditingTransport(over: base, instance: .example, to: sink, time: time), time: time)
        _ = try await transport.send(.get("projects/42"))
        #expect(sink.entries.map(\.credential) == ["payments bot", "website bot"])
        #expect(sink.entries.map(\.status) == [401, 200])
        #expect(sink.entries.map(\.attempt) == [1, 1])
    }

    @Test("a sink that fails is told of, and the request goes on")
    func failingSink() async throws {
        let failures = Counter()
        let audited = AuditingTransport(
            over: ScriptedTransport(.success(.ok)), instance: .example, to: Full(),
            onFailure: { if $0 is Full.NoSpace { failures.increment() } })
        #expect(try await audited.send(.get()) == .ok)
        #expect(failures.value == 1)
    }

    @Test("nothing of token, query, body or name is kept, whatever the server answers")
    func secrets() async throws {
        let time = VirtualTime()
        let sink = Memory()
        let hostile = ScriptedTransport(time: time) { (request, _) throws(GitLabError) in
            .json(
                #"{"message":"body-secret \#(Self.secret)"}"#, status: 400,
                headers: [
                    "X-Request-Id": request.headers["Authorization"]?.split(separator: " ").last.map(
                        String.init) ?? ""
                ])
        }
        for token in [Self.secret, "0123456789abcdef0123456789abcdef"] {
            var request = HTTPRequest.post(
                "groups/my-secret-group/labels/label-secret?private_token=query-secret")
            request.body = Data("body-secret".utf8)
            request.project = "secret-group/app"
            _ = try await transport(over: hostile, sink, time: time, token: token).send(request)
            let audited = AuditingTransport(
                over: hostile, instance: .example, to: sink, credential: "of \(token)")
            request.headers["Authorization"] = "Bearer \(token)"
            _ = try await audited.send(request)
        }
        #expect(sink.entries.count == 4)
        for entry in sink.entries {
            var text = String(decoding: try JSONEncoder().encode(entry), as: UTF8.self)
            dump(entry, to: &text)
            #expect(
                !text.contains("secret") && !text.contains("SECRET") && !text.contains("0123456789abcdef"))
            #expect(entry.route == "/groups/:id/labels/:label_id")
            #expect(entry.requestID == nil)
            #expect(entry.bytesSent == 11)
        }
    }

    @Test("a request without a token has no credential")
    func anonymous() async throws {
        let sink = Memory()
        let audited = AuditingTransport(
            over: ScriptedTransport(.success(.ok)), instance: .example, to: sink, credential: "metrics")
        _ = try await audited.send(.get())
        #expect(sink.entries.map(\.credential) == [nil])
    }

    @Test("a clock that runs backwards makes no negative duration")
    func backwards() {
        let entry = AuditEntry(date: .distantPast, method: "GET", route: "/", duration: .seconds(-5))
        #expect(entry.duration == .zero)
    }
}
