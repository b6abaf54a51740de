import Foundation
import GitLabAPI
import Testing

@Suite("AuditLog")
struct AuditLogTests {
    static func entry(_ attempt: Int) -> AuditEntry {
        AuditEntry(
            date: Date(timeIntervalSince1970: 1_767_225_600), method: "GET", route: "/projects",
            duration: .zero,
            attempt: attempt)
    }

    @Test("gives the newest entries in order and tells how many are lost", arguments: [1, 3, 10])
    func dropping(capacity: Int) async {
        let log = AuditLog(capacity: capacity)
        for number in 1...10 { log.record(Self.entry(number)) }
        log.finish()
        var read: [Int] = []
        for await entry in log.entries { read.append(entry.attempt) }
        #expect(read == Array((11 - capacity)...10))
        #expect(log.dropped == 10 - capacity)
    }

    @Test("counts what comes after its end as lost")
    func afterTheEnd() {
        let log = AuditLog()
        log.finish()
        log.record(Self.entry(1))
        #expect(log.dropped == 1)
    }

    @Test("a closure sees every entry of a client")
    func example() async throws {
        let base = ScriptedTransport(.success(.json(#"{"id":1,"username":"ada","name":"Ada"}"#)))
        let log = AuditLog(capacity: 10_000)
        let failures = Counter()
        let instance = InstanceURL.example
        let token = "glpat-SECRETSECRETSECRET"
        let audited = AuditingTransport(
            over: base, instance: instance, to: log, credential: "metrics",
            onFailure: { _ in failures.increment() })
        let client = GitLabClient.standard(
            instance: instance, credentials: StaticCredential(AccessToken(token)), over: audited)
        _ = try? await client.send(.currentUser)
        log.finish()
        for await entry in log.entries {
            print(entry.date, entry.method, entry.route, entry.status ?? 0, entry.credential ?? "-")
        }
        #expect(base.requests.count == 1)
        #expect(failures.value == 0)
    }
}
