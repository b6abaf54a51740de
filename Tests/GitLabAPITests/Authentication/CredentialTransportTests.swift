import FakeGitLab
import Foundation
import GitLabAPI
import Synchronization
import Testing

/// Hands out tokens one after the other: a refused one is replaced by the next.
final class RotatingCredential: CredentialProvider {
    private struct State {
        var number = 0
        var refusals: [GitLabError.Code] = []
    }

    private let state = Mutex(State())
    let last: Int

    /// - Parameter last: number of the token that is not replaced any more.
    init(last: Int) { self.last = last }

    static func token(_ number: Int) -> AccessToken { AccessToken("token-number-\(number)") }

    var refusals: [GitLabError.Code] { state.withLock { $0.refusals } }
    var number: Int { state.withLock { $0.number } }

    func current() async throws(GitLabError) -> AccessToken? { state.withLock { Self.token($0.number) } }

    func invalidate(_ token: AccessToken, because error: GitLabError) async {
        state.withLock { state in
            state.refusals.append(error.code)
            if token == Self.token(state.number), state.number < last { state.number += 1 }
        }
    }
}

@Suite("CredentialTransport")
struct CredentialTransportTests {
    static let expired = HTTPResponse.json(
        #"{"error":"invalid_token","error_description":"Token is expired."}"#, status: 401)

    /// Accepts one token only.
    static func instance(accepting number: Int) -> ScriptedTransport {
        ScriptedTransport { (request, _) throws(GitLabError) in
            request.headers["Authorization"] == "Bearer token-number-\(number)" ? .ok : expired
        }
    }

    private func transport(_ base: ScriptedTransport, _ credentials: any CredentialProvider)
        -> CredentialTransport
    {
        CredentialTransport(instance: .example, credentials: credentials, over: base, time: VirtualTime())
    }

    @Test("sends the token to the instance's origin and nowhere else")
    func origin() async throws {
        let base = ScriptedTransport(.success(.ok))
        let transport = transport(base, StaticCredential(AccessToken("0123456789")))
        let targets = [
            "https://gitlab.example.com/api/v4/user", "https://GITLAB.example.com:443/x",
            "http://gitlab.example.com/x", "https://gitlab.example.com:444/x", "https://evil.example/x",
            "https://gitlab.example.com@evil.example/x",
        ]
        for target in targets {
            _ = try await transport.send(HTTPRequest(url: try #require(URL(string: target))))
        }
        #expect(base.sent.map { $0.authorization != nil } == [true, true, false, false, false, false])
    }

    @Test(
        "replaces a refused token and sends once more, whatever the method",
        arguments: [HTTPRequest.get(), .post()])
    func replaces(request: HTTPRequest) async throws {
        let base = Self.instance(accepting: 1)
        let credentials = RotatingCredential(last: 5)
        #expect(try await transport(base, credentials).send(request).status == 200)
        #expect(base.sent.map(\.authorization) == ["Bearer token-number-0", "Bearer token-number-1"])
        #expect(credentials.refusals == [.expiredToken])
    }

    @Test("hands on the refusal when there is no other token")
    func noReplacement() async throws {
        let base = Self.instance(accepting: 9)
        let response = try await transport(base, RotatingCredential(last: 0)).send(.get())
        #expect(response == Self.expired)
        #expect(base.sent.count == 1)
    }

    @Test("sends no more than once more")
    func onceMore() async throws {
        let base = Self.instance(accepting: 9)
        let response = try await transport(base, RotatingCredential(last: 9)).send(.get())
        #expect(response.status == 401)
        #expect(base.sent.count == 2)
    }

    @Test("asks for no new token because of other refusals", arguments: [400, 403, 404, 429, 500])
    func otherRefusals(status: Int) async throws {
        let credentials = RotatingCredential(last: 5)
        let base = ScriptedTransport(.success(.json("{}", status: status)))
        #expect(try await transport(base, credentials).send(.get()).status == status)
        #expect(credentials.refusals.isEmpty)
    }

    @Test("many requests at once replace an expired token once")
    func concurrent() async throws {
        let base = Self.instance(accepting: 1)
        let credentials = RotatingCredential(last: 5)
        let transport = transport(base, credentials)
        let statuses = await withTaskGroup(of: Int?.self) { group in
            for _ in 0..<50 { group.addTask { try? await transport.send(.get()).status } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 200, count: 50))
        #expect(credentials.number == 1)
        #expect(base.sent.count <= 100)
    }

    @Test("a provider that fails fails the request, and nothing is sent")
    func failingProvider() async {
        struct Failing: CredentialProvider {
            func current() async throws(GitLabError) -> AccessToken? { throw GitLabError(.revokedToken) }
            func invalidate(_ token: AccessToken, because error: GitLabError) async {}
        }
        let base = ScriptedTransport(.success(.ok))
        let transport = transport(base, Failing())
        #expect(
            await code { () throws(GitLabError) in _ = try await transport.send(.get()) } == .revokedToken)
        #expect(base.sent.isEmpty)
    }
}
