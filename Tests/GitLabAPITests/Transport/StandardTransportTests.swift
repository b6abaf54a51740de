import FakeGitLab
import Foundation
import GitLabAPI
import Testing

@Suite("StandardTransport")
struct StandardTransportTests {
    private func transport(
        _ base: ScriptedTransport, _ time: VirtualTime, _ credentials: any CredentialProvider,
        perMinute: Int? = nil
    ) -> StandardTransport {
        StandardTransport(
            instance: .example, credentials: credentials, over: base,
            configuration: .init(rateLimiting: .init(requestsPerMinute: perMinute)), time: time, random: { 1 }
        )
    }

    /// Another token every minute.
    struct MinuteCredential: CredentialProvider {
        let time: VirtualTime

        func current() async throws(GitLabError) -> AccessToken? {
            AccessToken("token-of-minute-\(Int(time.elapsed / .seconds(60)))")
        }
        func invalidate(_ token: AccessToken, because error: GitLabError) async {}
    }

    @Test("takes the token afresh after a wait")
    func freshToken() async throws {
        let time = VirtualTime()
        let base = ScriptedTransport(
            time: time, .success(.plain("", status: 429, headers: ["Retry-After": "90"])), .success(.ok))
        #expect(try await transport(base, time, MinuteCredential(time: time)).send(.get()) == .ok)
        #expect(base.sent.map(\.authorization) == ["Bearer token-of-minute-0", "Bearer token-of-minute-1"])
    }

    @Test("counts every exchange, those after a replaced token too")
    func countsEverything() async throws {
        let time = VirtualTime()
        let base = ScriptedTransport(time: time) { (request, _) throws(GitLabError) in
            request.headers["Authorization"] == "Bearer token-number-1" ? .ok : .json("{}", status: 401)
        }
        let transport = transport(base, time, RotatingCredential(last: 1), perMinute: 1)
        #expect(try await transport.send(.get()) == .ok)
        #expect(base.sent.count == 2)
        #expect(try #require(base.sent.last).date >= time.start + 60)
    }

    @Test("shows the token neither to those who watch it wait nor to foreign origins")
    func hidesToken() async throws {
        let time = VirtualTime()
        let base = ScriptedTransport(time: time, .success(.plain("hushhush1234", status: 503)), .success(.ok))
        let transport = StandardTransport(
            instance: .example, credentials: StaticCredential(AccessToken("hushhush1234")), over: base,
            time: time,
            random: { 1 }, onWait: { #expect(!"\($0)".contains("hushhush1234")) })
        _ = try await transport.send(.get())
        _ = try await transport.send(HTTPRequest(url: try #require(URL(string: "https://evil.example/x"))))
        #expect(base.sent.map { $0.authorization != nil } == [true, true, false])
    }

    @Test("many requests at once all come through a throttled, failing instance", arguments: 0..<20)
    func storm(seed: Int) async throws {
        let time = VirtualTime()
        let base = ScriptedTransport(time: time) { (_, index) throws(GitLabError) in
            var generator = SplitMix(seed: seed * 1000 + index)
            return switch Int.random(in: 0..<10, using: &generator) {
            case 0: .plain("", status: 429, headers: ["Retry-After": "5"])
            case 1: .plain("", status: 502)
            case 2: throw GitLabError(.connectionBroken)
            default: .ok
            }
        }
        let transport = transport(base, time, RotatingCredential(last: 0), perMinute: 120)
        let statuses = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<40 { group.addTask { (try? await transport.send(.get()))?.status ?? 0 } }
            return await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(statuses.count { $0 == 200 } >= 39, "six attempts fail one time in a thousand")
        #expect(base.sent.count < 40 * 6)
    }
}
