import FakeGitLab
import Foundation
import GitLabAPI
import Testing
import WireFormat

@Suite("The authorization server: codes and refresh tokens")
struct OAuthCodeTests {
    @Test("consent gives a code and the state, the code a token that works on both APIs for two hours")
    func code() async throws {
        let scene = try OAuthScene()
        let redirect = try scene.fake.authorize(OAuthScene.authorization(), as: scene.user)
        #expect(redirect.absoluteString.hasPrefix("\(OAuthScene.redirect)?code="))
        let query = OAuthScene.query(redirect)
        #expect(query["state"] == "xyz")
        let reply = try await scene.redeem(query["code"] ?? "")
        #expect(reply.status == 200)
        #expect(reply.body["token_type"] == "Bearer" && reply.body["expires_in"] == 7200)
        #expect(reply.body["scope"] == "read_api")
        #expect(reply.body["created_at"]?.intValue == Int(Inquirer.end.timeIntervalSince1970))
        let access = reply.text("access_token")
        #expect(access.utf8.count == 64 && access.allSatisfy { $0.isHexDigit && !$0.isUppercase })
        #expect(try await scene.api("user", bearer: access).body["username"] == "anna")
        #expect(try await scene.api("projects/1", bearer: access).status == 200)
        #expect(try await scene.query("{ currentUser { username } }", bearer: access) == 200)
        let info = try await scene.send(
            .get, "oauth/token/info", headers: [("Authorization", "Bearer \(access)")])
        #expect(info.body["resource_owner_id"]?.intValue == scene.user)
        #expect(info.body["scope"] == ["read_api"] && info.body["expires_in"] == 7200)
        #expect(info.body["application"]?["uid"] == "cli")
        scene.time.advance(by: .seconds(7199))
        #expect(try await scene.api("user", bearer: access).status == 200)
        scene.time.advance(by: .seconds(1))
        let late = try await scene.api("user", bearer: access)
        #expect(late.status == 401 && late.error == "invalid_token")
        #expect(late.text("error_description").hasPrefix("Token is expired"))
    }

    @Test(
        "a request that cannot be granted is told to the application",
        arguments: [
            (["response_type": "token"], "unsupported_response_type"),
            (["response_type": nil], "invalid_request"),
            (["scope": "api"], "invalid_scope"), (["code_challenge": nil], "invalid_request"),
            (["code_challenge": "short"], "invalid_request"),
            (["code_challenge_method": "S512"], "invalid_request"),
        ] as [([String: String?], String)])
    func refused(_ changes: [String: String?], _ error: String) async throws {
        let scene = try OAuthScene()
        let url = OAuthScene.authorization(changes)
        let query = OAuthScene.query(try scene.fake.authorize(url, as: scene.user))
        #expect(query["error"] == error && query["state"] == "xyz" && query["code"] == nil)
        #expect(query["error_description"]?.isEmpty == false)
        let page = try await scene.send(.get, "oauth/authorize?\(url.query() ?? "")")
        #expect(page.status == 302)
        #expect(page.headers["Location"]?.contains("error=\(error)") == true)
    }

    @Test(
        "nobody is sent where the application is not registered",
        arguments: [
            ["client_id": "nobody"], ["redirect_uri": "https://evil.example/callback"],
            ["redirect_uri": "\(OAuthScene.redirect)/"], ["redirect_uri": nil],
        ] as [[String: String?]])
    func misdirected(_ changes: [String: String?]) async throws {
        let scene = try OAuthScene()
        let url = OAuthScene.authorization(changes)
        #expect(throws: WorldError.self) { try scene.fake.authorize(url, as: scene.user) }
        let page = try await scene.send(.get, "oauth/authorize?\(url.query() ?? "")")
        #expect(page.headers["Location"] == nil)
        #expect(page.status == (changes["client_id"] == nil ? 400 : 401))
    }

    @Test("a user who refuses sends the application access_denied; one who has not signed in is asked to")
    func denied() async throws {
        let scene = try OAuthScene()
        let url = OAuthScene.authorization()
        let query = OAuthScene.query(try scene.fake.authorize(url, as: scene.user, consent: .denied))
        #expect(query["error"] == "access_denied" && query["state"] == "xyz")
        let page = try await scene.send(.get, "oauth/authorize?\(url.query() ?? "")")
        #expect(page.headers["Location"]?.hasSuffix("/users/sign_in") == true)
    }

    @Test(
        "a code is worth nothing with the wrong verifier, redirect URI or client, and waits for the right ones",
        arguments: [
            (["code_verifier": String(repeating: "a", count: 43)], 400, "invalid_grant"),
            (["code_verifier": OAuthScene.challenge], 400, "invalid_grant"),
            (["code_verifier": nil], 400, "invalid_request"), (["redirect_uri": nil], 400, "invalid_request"),
            (["redirect_uri": "\(OAuthScene.redirect)?via=2"], 400, "invalid_grant"),
            (["client_id": "server", "client_secret": "gloas-server"], 400, "invalid_grant"),
            (["client_id": "server"], 401, "invalid_client"), (["client_id": "no"], 401, "invalid_client"),
            (["client_id": nil], 401, "invalid_client"), (["client_secret": "wrong"], 401, "invalid_client"),
            (["code": nil], 400, "invalid_request"), (["code": "unknown"], 400, "invalid_grant"),
            (["grant_type": nil], 400, "invalid_request"),
            (["grant_type": "password"], 400, "unsupported_grant_type"),
        ] as [([String: String?], Int, String)])
    func wrongly(_ changes: [String: String?], _ status: Int, _ error: String) async throws {
        let scene = try OAuthScene()
        let code = try scene.code()
        let reply = try await scene.redeem(code, changes)
        #expect(reply.status == status && reply.error == error)
        #expect(!reply.text("error_description").isEmpty)
        #expect(try await scene.redeem(code).status == 200)
    }

    @Test("a plain challenge is the verifier itself")
    func plain() async throws {
        let scene = try OAuthScene()
        for method in ["plain", nil] {
            let changes = ["code_challenge": OAuthScene.verifier, "code_challenge_method": method]
            #expect(try await scene.redeem(try scene.code(changes)).status == 200)
        }
    }

    @Test("a code lasts ten minutes")
    func lateCode() async throws {
        let scene = try OAuthScene()
        let (first, second) = (try scene.code(), try scene.code())
        scene.time.advance(by: .seconds(599))
        #expect(try await scene.redeem(first).status == 200)
        scene.time.advance(by: .seconds(1))
        #expect(try await scene.redeem(second).error == "invalid_grant")
    }

    @Test("a code used twice revokes what it gave, refreshed tokens included")
    func stolenCode() async throws {
        let scene = try OAuthScene()
        let code = try scene.code()
        let first = try await scene.redeem(code)
        let second = try await scene.refresh(first.text("refresh_token"))
        #expect(try await scene.redeem(code).error == "invalid_grant")
        let dead = try await scene.api("user", bearer: second.text("access_token"))
        #expect(dead.status == 401)
        #expect(dead.text("error_description").hasPrefix("Token was revoked"))
        #expect(try await scene.refresh(second.text("refresh_token")).error == "invalid_grant")
    }

    @Test("a refresh gives two new tokens and ends both old ones at once; only the first use counts")
    func refresh() async throws {
        let scene = try OAuthScene()
        let first = try await scene.redeem(try scene.code())
        scene.time.advance(by: .seconds(90_000))
        let second = try await scene.refresh(
            first.text("refresh_token"), ["redirect_uri": OAuthScene.redirect])
        #expect(second.status == 200 && second.body["scope"] == "read_api")
        #expect(second.text("refresh_token") != first.text("refresh_token"))
        #expect(try await scene.api("user", bearer: second.text("access_token")).status == 200)
        let old = try await scene.api("user", bearer: first.text("access_token"))
        #expect(old.text("error_description").hasPrefix("Token was revoked"))
        let again = try await scene.refresh(first.text("refresh_token"))
        #expect(again.status == 400 && again.error == "invalid_grant")
        #expect(try await scene.api("user", bearer: second.text("access_token")).status == 200)
    }

    @Test(
        "a refresh is the application's that was granted, to the same address and no more scopes",
        arguments: [
            (["client_id": "server", "client_secret": "gloas-server"], "invalid_grant"),
            (["redirect_uri": "https://host.example/other"], "invalid_grant"),
            (["scope": "read_api read_user"], "invalid_scope"), (["refresh_token": nil], "invalid_request"),
        ] as [([String: String?], String)])
    func wrongRefresh(_ changes: [String: String?], _ error: String) async throws {
        let scene = try OAuthScene()
        let first = try await scene.redeem(try scene.code())
        #expect(try await scene.refresh(first.text("refresh_token"), changes).error == error)
        #expect(try await scene.refresh(first.text("refresh_token")).status == 200)
    }
}

extension OAuthScene {
    /// The status of a GraphQL query.
    func query(_ text: String, bearer token: String) async throws -> Int {
        try await send(
            .post, "api/graphql", #"{"query":"\#(text)"}"#,
            headers: [("Authorization", "Bearer \(token)"), ("Content-Type", "application/json")]
        ).status
    }
}
