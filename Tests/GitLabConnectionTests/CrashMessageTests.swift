import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import MetricsStorage
import Testing

/// Child processes that crash with marked secrets in their hands.
@Suite struct CrashMessageTests {
    /// What a process ends by.
    enum Crash: String, Codable, CaseIterable {
        /// A message with everything in it that holds a secret.
        case message
        /// Something looked up by a secret is not there.
        case lookup
        /// Nobody catches a refusal that repeats the token.
        case refusal
        /// The same of a connection.
        case connection
        /// Nobody catches a failed renewal that repeats refresh token and application secret.
        case renewal

        /// What its message says besides.
        var told: String {
            switch self {
            case .message: "<redacted>"
            case .lookup: "Unexpectedly found nil"
            case .refusal, .connection: "does not accept the token"
            case .renewal: "client_secret=<redacted>"
            }
        }
    }

    private static let token = AccessToken("glpat-\(MarkedSecretTests.mark)-access")
    private static let refresh = Secret("\(MarkedSecretTests.mark)-refresh")
    private static let application = OAuthApplication(
        clientID: "client", secret: Secret("\(MarkedSecretTests.mark)-client"),
        redirectURI: "https://host.example.com/callback")

    private static func client() throws -> GitLabClient {
        GitLabClient.standard(
            instance: try InstanceURL("https://gitlab.example.com"), credentials: StaticCredential(token),
            over: Echo(status: 401), time: VirtualTime(MarkedSecretTests.now))
    }

    /// All that holds a secret, each in every way of printing it.
    private static func message() async throws -> String {
        let key = try SealingKey(
            id: "one", bytes: Data("\(MarkedSecretTests.mark)0123456789012345678901".utf8))
        let storage = InMemoryStorage()
        let sealer = SecretSealer(try SealingKeyring(key))
        let registry = CredentialRegistry(storage, sealer: sealer, time: VirtualTime(MarkedSecretTests.now))
        let info = try await registry.create("metrics", token)
        let provider = registry.provider(for: info.id)
        _ = try await provider.current()
        let store = SealedTokenStore(storage, sealer: sealer, time: VirtualTime(MarkedSecretTests.now))
        let tokens = IssuedTokens(access: token, refresh: refresh)
        try await store.put(tokens, for: "acme")
        let values: [Any] = [
            token, refresh, tokens, key, application, registry, provider, store, try client(),
        ]
        return values.map(MarkedSecretTests.shown).joined(separator: "\n")
    }

    private static func end(by crash: Crash) async throws {
        // swift-format-ignore: NeverForceUnwrap, NeverUseForceTry
        switch crash {
        case .message:
            let message = try await message()
            fatalError(message)
        case .lookup: print(["": 0][token.secret.reveal()]!)
        case .refusal: _ = try! await client().send(.currentUser)
        case .connection:
            let connection = Connection(
                instance: "lab", client: try client(), storage: InMemoryStorage(), state: InMemoryStorage())
            _ = try! await connection.activate(ProjectSelection([.path("acme/shop")]), since: .distantPast)
        case .renewal:
            let oauth = OAuthClient(
                instance: try InstanceURL("https://gitlab.example.com"), application: application,
                over: Echo(status: 401))
            _ = try! await oauth.refresh(refresh)
        }
    }

    @Test("What a crash leaves on the streams shows no secret", arguments: Crash.allCases)
    func crash(_ crash: Crash) async throws {
        let result = try await #require(
            processExitsWith: .failure, observing: [\.standardErrorContent, \.standardOutputContent]
        ) { [crash] in
            try await Self.end(by: crash)
        }
        let streams = result.standardErrorContent + result.standardOutputContent
        let text = String(decoding: streams, as: UTF8.self)
        let isMarked = text.contains(MarkedSecretTests.mark)
        #expect(!isMarked)
        #expect(text.contains(crash.told))
    }
}
