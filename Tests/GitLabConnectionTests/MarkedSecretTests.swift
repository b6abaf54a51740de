import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import MetricsStorage
import Testing

/// Secrets with a mark go through everything that could show them; all of it is searched, and printed, so that CI finds
/// the mark in the output of the whole suite if anything shows it there.
@Suite struct MarkedSecretTests {
    /// `.ci/run` searches for it.
    static let mark = "5ecretMark"
    static let now = Date(timeIntervalSince1970: 1_772_000_000)

    private let time = VirtualTime(now)
    private let token = AccessToken("glpat-\(mark)-access")
    private let refresh = Secret("\(mark)-refresh")

    /// Everything a person or a program may see of a value.
    static func shown(_ value: Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        let reflected = Mirror(reflecting: value).children.map { "\($0.label ?? ""): \($0.value)" }
        return (["\(value)", String(reflecting: value), dumped] + reflected).joined(separator: "\n")
    }

    private func expectUnmarked(_ text: String, _ what: String) {
        print(what, text)
        #expect(!text.contains(Self.mark), "\(what)")
    }

    @Test("Values that hold secrets show none")
    func values() throws {
        let application = OAuthApplication(
            clientID: "client", secret: Secret("\(Self.mark)-client"),
            redirectURI: "https://host.example.com/callback", scopes: [.readAPI])
        let pkce = try #require(PKCE(verifier: Secret(String(repeating: Self.mark, count: 5))))
        let tokens = IssuedTokens(access: token, refresh: refresh, scopes: [.readAPI])
        let key = try SealingKey(id: "one", bytes: Data("\(Self.mark)0123456789012345678901".utf8))
        let keyring = try SealingKeyring(key)
        let sealer = SecretSealer(keyring)
        let values: [(String, Any)] = [
            ("token", token), ("secret", refresh), ("tokens", tokens), ("application", application),
            ("pkce", pkce), ("state", OAuthState(Secret(Self.mark))), ("key", key), ("keyring", keyring),
            ("sealer", sealer), ("sealed", sealer.seal(refresh, for: "a").text),
            ("record", TokenRecord(tokens)), ("static", StaticCredential(token)),
            ("replaceable", ReplaceableCredential(token)),
        ]
        for (name, value) in values { expectUnmarked(Self.shown(value), name) }
    }

    @Test("Refusals, faults and the audit show none, whatever the other side sends back")
    func errors() async throws {
        let instance = try InstanceURL("https://gitlab.example.com")
        let folder = FileManager.default.temporaryDirectory.appending(path: "marked-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let audit = try AuditFile(folder.appending(path: "audit.jsonl"))
        for status in [400, 401, 403, 404, 422, 429, 500, 502] {
            let client = GitLabClient.standard(
                instance: instance, credentials: StaticCredential(token),
                over: AuditingTransport(
                    over: Echo(status: status), instance: instance, to: audit, time: time),
                time: time)
            await #expect { try await client.send(.currentUser) } throws: { error in
                expectUnmarked(Self.shown(error), "error \(status)")
                return true
            }
        }
        let written = try String(contentsOf: audit.file, encoding: .utf8)
        #expect(written.split(separator: "\n").count >= 8)
        expectUnmarked(written, "audit")
    }

    @Test("A report and what a store keeps show none")
    func stored() async throws {
        let storage = InMemoryStorage()
        let key = try SealingKey(id: "one", bytes: Data(repeating: 7, count: 32))
        let sealer = SecretSealer(try SealingKeyring(key))
        let registry = CredentialRegistry(storage, sealer: sealer, time: time)
        let info = try await registry.create("metrics", token)
        let store = SealedTokenStore(storage, sealer: sealer, time: time)
        try await store.put(IssuedTokens(access: token, refresh: refresh), for: "acme")
        for (name, value) in [("info", info), ("registry", registry), ("store", store)] as [(String, Any)] {
            expectUnmarked(Self.shown(value), name)
        }
        let at = Instant(Self.now)
        for namespace in ["credential", "tokens"] {
            for key in await storage.keys(in: namespace, prefix: "", at: at) {
                let bytes = await storage.value(for: key, at: at)?.bytes ?? Data()
                #expect(!bytes.isEmpty)
                expectUnmarked(String(decoding: bytes, as: UTF8.self), namespace)
            }
        }
        let fake = FakeGitLab(world: World(now: Self.now), time: time)
        let report = await ConnectionCheck(
            url: "https://ada:\(Self.mark)@gitlab.example.com", token: token.secret,
            transport: FakeGitLabTransport(fake), time: time
        ).run()
        let plain = await ConnectionCheck(
            url: "https://gitlab.example.com", token: token.secret, transport: FakeGitLabTransport(fake),
            time: time
        ).run()
        for report in [report, plain] {
            let encoded = String(decoding: try JSONEncoder().encode(report), as: UTF8.self)
            expectUnmarked(Self.shown(report) + encoded, "report")
        }
    }
}

/// A server that says everything back it was told.
struct Echo: Transport {
    let status: Int

    func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        let form = String(decoding: request.body ?? Data(), as: UTF8.self)
        let told = "\(request.headers["Authorization"] ?? "") \(form)"
        let body = #"{"message":"you said \#(told)","error":"\#(told)","error_description":"\#(told)"}"#
        return HTTPResponse(status: status, headers: ["X-Echo": told], body: Data(body.utf8))
    }
}
