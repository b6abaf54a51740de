import FakeGitLab
import Foundation
import GitLabAPI
import LoopbackServer
import Testing

/// A hostile or hijacked instance tries to have the token sent elsewhere.
@Suite("Token confinement")
struct TokenConfinementTests {
    struct Thing: Decodable, Sendable { var id: Int }

    static let token = "glpat-SECRETSECRETSECRET"

    /// Addresses that are not `https://gitlab.example.com`, however alike.
    static let lures = [
        "http://gitlab.example.com/api/v4/things", "https://gitlab.example.com:8443/api/v4/things",
        "https://gitlab.example.com:80/api/v4/things", "https://evil.invalid/api/v4/things",
        "//evil.invalid/api/v4/things", "///evil.invalid/api/v4/things", "\\\\evil.invalid/api/v4/things",
        "/\\evil.invalid/api/v4/things", "https:\\\\evil.invalid/api/v4/things",
        "https:evil.invalid/api/v4/things",
        "https:/evil.invalid/api/v4/things", "https://gitlab.example.com@evil.invalid/api/v4/things",
        "https://gitlab.example.com:x@evil.invalid/api/v4/things",
        "https://evil.invalid\\@gitlab.example.com/api/v4/things",
        "https://evil.invalid#@gitlab.example.com/api/v4/things",
        "https://evil.invalid?@gitlab.example.com/api/v4/things",
        "https://gitlab.example.com.evil.invalid/api/v4/things", "https://gitlab.example.com./api/v4/things",
        "https://gitlab.example.com%2eevil.invalid/api/v4/things",
        "https://gitlab.example.com%2f.evil.invalid/api/v4/things",
        "https://gitlab.example.com%00.evil.invalid/api/v4/things",
        "https://gitlab。example。com.evil.invalid/api/v4/things",
        "https://gitlab.exаmple.com/api/v4/things", "https://xn--gitlab-abc.example.com/api/v4/things",
        "https://[::1]/api/v4/things", "https://[::ffff:127.0.0.1]/api/v4/things",
        "https://[fe80::1%25eth0]/api/v4/things",
        "https://127.0.0.1/api/v4/things", "https://2130706433/api/v4/things", "https://0x7f.1/api/v4/things",
        "https://localhost/api/v4/things", "ftp://gitlab.example.com/api/v4/things", "javascript:alert(1)",
        "data:application/json,[]", "file:///api/v4/things", "https://", "https:///api/v4/things", "://",
        "http://[::1",
        "https://gitlab.example.com:443443/api/v4/things", "https://gitlab.example.com:-1/api/v4/things",
        "https://gitlab.example.com\t.evil.invalid/api/v4/things", " https://evil.invalid/api/v4/things",
        "HTTPS://EVIL.INVALID/api/v4/things", "https://user:\(token)@evil.invalid/api/v4/things",
    ]

    /// A client over an instance that answers the first request so, and records where all requests went.
    private func client(_ answer: HTTPResponse) -> (GitLabClient, ScriptedTransport) {
        let time = VirtualTime()
        let base = ScriptedTransport(time: time) { (_, index) throws(GitLabError) in
            index == 0 ? answer : .json(#"[{"id":1}]"#)
        }
        let client = GitLabClient.standard(
            instance: .example, credentials: StaticCredential(AccessToken(Self.token)), over: base,
            time: time,
            random: { 1 })
        return (client, base)
    }

    private func expectConfined(_ base: ScriptedTransport, _ lure: String) {
        for request in base.requests where request.headers["Authorization"] != nil {
            #expect(
                request.url.absoluteString.hasPrefix("https://gitlab.example.com/"), "\(lure): \(request.url)"
            )
            #expect(InstanceURL.example.hasSameOrigin(as: request.url), "\(lure)")
        }
        for request in base.requests {
            #expect(!request.url.absoluteString.contains(Self.token), "\(lure)")
        }
    }

    @Test("no redirect leads the token away", arguments: lures, [301, 302, 303, 307, 308])
    func redirect(lure: String, status: Int) async {
        let (client, base) = client(HTTPResponse(status: status, headers: ["Location": lure]))
        do throws(GitLabError) {
            for try await _ in client.items(Request<Page<Thing>>(path: "things")) {}
        } catch {
            #expect(!"\(error)\(String(reflecting: error))".contains(Self.token))
        }
        expectConfined(base, lure)
    }

    @Test("no link to a next page leads the token away", arguments: lures)
    func nextPage(lure: String) async {
        for relation in ["next", "NEXT", "prev next"] {
            let (client, base) = client(
                .json(#"[{"id":1}]"#, headers: ["Link": "<\(lure)>; rel=\"\(relation)\""]))
            do throws(GitLabError) {
                for try await _ in client.items(Request<Page<Thing>>(path: "things")) {}
            } catch {
                #expect(!"\(error)\(String(reflecting: error))".contains(Self.token))
            }
            expectConfined(base, lure)
        }
    }

    @Test("no request made by hand takes the token elsewhere", arguments: lures)
    func foreignRequest(lure: String) async throws {
        guard let url = URL(string: lure), !InstanceURL.example.hasSameOrigin(as: url) else { return }
        let base = ScriptedTransport(.success(.ok))
        let transport = CredentialTransport(
            instance: .example, credentials: StaticCredential(AccessToken(Self.token)), over: base)
        _ = try await transport.send(HTTPRequest(url: url))
        #expect(base.requests.allSatisfy { $0.headers["Authorization"] == nil })
    }

    @Test("over real sockets, the server a redirect or link leads to is not even connected to")
    func sockets() async throws {
        let thief = LoopbackServer { _ in ServerResponse(status: 200, body: Array("[]".utf8)) }
        let thiefURL = try thief.start()
        defer { thief.stop() }
        let port = try #require(thiefURL.port)
        for lure in ["http://127.0.0.1:\(port)/api/v4/things", "//127.0.0.1:\(port)/api/v4/things"] {
            for (status, name, value) in [(302, "Location", lure), (200, "Link", "<\(lure)>; rel=\"next\"")] {
                let server = LoopbackServer { _ in
                    ServerResponse(
                        status: status, headers: [("Content-Type", "application/json"), (name, value)],
                        body: Array("[]".utf8))
                }
                let url = try server.start()
                defer { server.stop() }
                let client = GitLabClient.standard(
                    instance: try InstanceURL(url.absoluteString),
                    credentials: StaticCredential(AccessToken(Self.token)))
                let error = await #expect(throws: GitLabError.self) {
                    for try await _ in client.items(Request<Page<Thing>>(path: "things")) {}
                }
                #expect(error?.code == .foreignOrigin)
            }
        }
        #expect(thief.acceptedConnectionCount == 0)
    }
}
