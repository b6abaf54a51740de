import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite("OAuthClient")
struct OAuthClientTests {
    @Test("a person lets the application in, and the token works")
    func flow() async throws {
        let scene = try OAuthScene()
        let tokens = try await scene.authorize()
        #expect(tokens.refresh != nil && tokens.scopes == [.readAPI])
        #expect(tokens.expiresAt == scene.time.now.addingTimeInterval(7_200))
        let client = scene.client(over: FakeGitLabTransport(scene.fake))
        let info = try await client.tokenInfo(of: tokens.access)
        #expect(
            info.clientID == "metrics" && info.scopes == [.readAPI] && info.userID?.rawValue == scene.user)
        try await client.revoke(tokens.access.secret)
        #expect(
            await code { () throws(GitLabError) in _ = try await client.tokenInfo(of: tokens.access) }
                == .invalidToken)
        try await client.revoke(Secret("never-heard-of"))
    }

    @Test("secrets are sent in bodies, never in an address, and never to be repeated")
    func secrets() async throws {
        let scene = try OAuthScene()
        let tokens = try await scene.authorize()
        let transport = scene.transport()
        let client = scene.client(over: transport)
        let refresh = try #require(tokens.refresh)
        let renewed = try await client.refresh(refresh)
        try await client.revoke(renewed.access.secret)
        for request in transport.requests {
            #expect(request.url.query() == nil && request.method == .post && !request.isRepeatable)
            #expect(!"\(request)\(String(reflecting: request))".contains(refresh.reveal()))
        }
        var text = "\(tokens) \(String(reflecting: tokens)) \(TokenRecord(tokens))"
        dump(tokens, to: &text)
        #expect(!text.contains(refresh.reveal()) && !text.contains(tokens.access.secret.reveal()))
    }

    @Test("the authorization URL lies below a relative root and holds no secret")
    func url() throws {
        let scene = try OAuthScene()
        let client = OAuthClient(
            instance: try InstanceURL("https://host.example/gitlab"), application: scene.application,
            over: scene.transport())
        let (state, pkce) = (OAuthState(Secret("state+of mine")), PKCE())
        let url = try client.authorizationURL(state: state, pkce: pkce, scopes: [.readAPI, .readUser])
        #expect(
            url.absoluteString.hasPrefix("https://host.example/gitlab/oauth/authorize?client_id=metrics&"))
        let items = try #require(URLComponents(url: url, resolvingAgainstBaseURL: false)?.queryItems)
        let fields = Dictionary(uniqueKeysWithValues: items.map { ($0.name, $0.value) })
        #expect(fields["state"] == "state+of mine" && fields["scope"] == "read_api read_user")
        #expect(fields["code_challenge"] == pkce.challenge && fields["code_challenge_method"] == "S256")
        #expect(!url.absoluteString.contains(pkce.verifier.reveal()))
        #expect(!url.absoluteString.contains(OAuthScene.secret.reveal()))
    }

    @Test(
        "of a callback nothing is believed but what was begun in this session",
        arguments: [
            ("?code=c&state=mine-alone", nil), ("?code=c&state=another", .stateMismatch),
            ("?code=c", .stateMismatch), ("?error=access_denied", .stateMismatch),
            ("?code=c&state=mine-alone&state=mine-alone", .stateMismatch), ("?state=mine-alone", .rejected),
            ("?code=a&code=b&state=mine-alone", .rejected), ("?code=&state=mine-alone", .rejected),
            ("?error=access_denied&state=mine-alone", .accessDenied),
            ("?error=invalid_scope&code=c&state=mine-alone", .invalidScope),
            ("?error=expired_token&state=mine-alone", .expiredDeviceCode),
            ("?error=server_error&state=mine-alone", .serverFault),
            ("?error=%00%1b[31m&state=mine-alone", .rejected), ("", .stateMismatch),
        ] as [(String, GitLabError.Code?)])
    func callback(query: String, expected: GitLabError.Code?) async throws {
        let client = try OAuthScene().client(over: ScriptedTransport(.success(.ok)))
        let url = try #require(URL(string: "https://host.example/callback\(query)"))
        let refusal = await code { () throws(GitLabError) in
            #expect(try client.code(from: url, expecting: OAuthState(Secret("mine-alone"))).reveal() == "c")
        }
        #expect(refusal == expected)
    }

    @Test("a refusal by the person comes back as what it is")
    func denied() async throws {
        let scene = try OAuthScene()
        let client = scene.client(over: FakeGitLabTransport(scene.fake))
        let state = OAuthState()
        let url = try client.authorizationURL(state: state, pkce: PKCE())
        let callback = try scene.fake.authorize(url, as: scene.user, consent: .denied)
        let error = #expect(throws: GitLabError.self) { try client.code(from: callback, expecting: state) }
        #expect(error?.code == .accessDenied && error?.detail?.contains("denied the request") == true)
    }

    @Test("a code serves once, with its own verifier and the application's secret")
    func once() async throws {
        let scene = try OAuthScene()
        let client = scene.client(over: FakeGitLabTransport(scene.fake))
        let (state, pkce) = (OAuthState(), PKCE())
        let callback = try scene.fake.authorize(
            try client.authorizationURL(state: state, pkce: pkce), as: scene.user)
        let secret = try client.code(from: callback, expecting: state)
        func refusal(_ client: OAuthClient, _ verifier: Secret) async -> GitLabError.Code? {
            await code { () throws(GitLabError) in
                _ = try await client.token(code: secret, verifier: verifier)
            }
        }
        let stranger = OAuthClient(
            instance: .example,
            application: OAuthApplication(
                clientID: "metrics", secret: Secret("wrong"), redirectURI: scene.application.redirectURI),
            over: FakeGitLabTransport(scene.fake))
        #expect(await refusal(stranger, pkce.verifier) == .invalidClient)
        #expect(await refusal(client, PKCE().verifier) == .invalidGrant)
        #expect(await refusal(client, pkce.verifier) == nil)
        #expect(await refusal(client, pkce.verifier) == .invalidGrant)
    }

    @Test(
        "answers that are none become errors without a secret",
        arguments: [
            (HTTPResponse.html("<title>Sign in</title>"), .notGitLab), (.json("[]"), .decoding),
            (.json(#"{"access_token":""}"#), .decoding), (.json("{"), .decoding), (.json(""), .decoding),
            (.json(#"{"token_type":"Bearer","refresh_token":"refresh-of-mine"}"#), .decoding),
            (.json(#"{"error":"refresh-of-mine"}"#, status: 400), .rejected),
            (
                .json(#"{"error":"invalid_grant","error_description":"refresh-of-mine"}"#, status: 400),
                .invalidGrant
            ),
            (.json(#"{"error":"invalid_client"}"#, status: 401), .invalidClient),
            (.json(#"{"error":"unauthorized_client"}"#, status: 403), .unauthorizedClient),
            (.json(#"{"error":"unsupported_grant_type"}"#, status: 400), .unsupportedGrantType),
            (.json("{}", status: 500), .serverFault), (.retryLater, .rateLimited),
            (
                .json("{}", status: 307, headers: ["Location": "https://evil.example/oauth/token"]),
                .foreignOrigin
            ),
            (.json("{}", status: 302, headers: ["Location": "/users/sign_in"]), .notGitLab),
        ] as [(HTTPResponse, GitLabError.Code)])
    func strangers(response: HTTPResponse, expected: GitLabError.Code) async throws {
        let transport = ScriptedTransport(.success(response))
        let client = try OAuthScene().client(over: transport)
        let error = await #expect(throws: GitLabError.self) {
            try await client.refresh(Secret("refresh-of-mine"))
        }
        #expect(error?.code == expected && transport.requests.count == 1)
        let text =
            error.map { "\($0) \($0.excerpt ?? "") \($0.detail ?? "") \(String(reflecting: $0))" } ?? ""
        #expect(!text.contains("refresh-of-mine") && !text.contains(OAuthScene.secret.reveal()))
    }

    @Test(
        "odd lifetimes are read without harm",
        arguments: [
            ("7200", 7_200), (#""7200""#, 7_200), ("null", nil), ("-5", 0), ("1e300", 315_360_000),
            ("[]", nil),
        ] as [(String, Double?)])
    func lifetimes(json: String, seconds: Double?) async throws {
        let body = #"{"access_token":"a-token","expires_in":\#(json),"created_at":1767225600}"#
        let client = try OAuthScene().client(over: ScriptedTransport(.success(.json(body))))
        let tokens = try await client.refresh(Secret("refresh"))
        #expect(tokens.expiresAt == seconds.map { Date(timeIntervalSince1970: 1_767_225_600 + $0) })
        #expect(tokens.refresh == Secret("refresh"))
    }
}
