import FakeGitLab
import Foundation
import GitLabAPI
import Testing
import WireFormat

@Suite("The authorization server: devices, secrets, revocation")
struct OAuthDeviceTests {
    private static func begin(_ scene: OAuthScene) async throws -> OAuthScene.Reply {
        try await scene.send(.post, "oauth/authorize_device", "client_id=cli&scope=read_api")
    }

    private static func poll(_ scene: OAuthScene, _ code: String) async throws -> OAuthScene.Reply {
        try await scene.token([
            "grant_type": "urn:ietf:params:oauth:grant-type:device_code", "device_code": code,
            "client_id": "cli",
        ])
    }

    @Test("a device waits, slows down when told, and gets its token once the user approves")
    func device() async throws {
        let scene = try OAuthScene()
        let start = try await Self.begin(scene)
        #expect(start.status == 200)
        #expect(start.body["expires_in"] == 300 && start.body["interval"] == 5)
        #expect(
            start.text("verification_uri_complete")
                == "\(start.text("verification_uri"))?user_code=\(start.text("user_code"))")
        let code = start.text("device_code")
        var polls: [String?] = []
        // The third comes too soon; from then on ten seconds must lie between two, of which the fifth knows nothing.
        for pause in [0, 5, 4, 10, 9, 15] {
            scene.time.advance(by: .seconds(pause))
            let reply = try await Self.poll(scene, code)
            #expect(reply.status == 400)
            polls.append(reply.error)
        }
        #expect(
            polls == [
                "authorization_pending", "authorization_pending", "slow_down", "authorization_pending",
                "slow_down", "authorization_pending",
            ])
        try scene.fake.approveDevice(userCode: start.text("user_code"), as: scene.user)
        let reply = try await Self.poll(scene, code)
        #expect(reply.status == 200 && reply.body["refresh_token"] == nil)
        #expect(try await scene.api("user", bearer: reply.text("access_token")).status == 200)
        #expect(try await Self.poll(scene, code).error == "invalid_grant")
    }

    @Test("a device whose user refuses, or comes too late, gets nothing")
    func refusal() async throws {
        let scene = try OAuthScene()
        let (refused, late) = (try await Self.begin(scene), try await Self.begin(scene))
        try scene.fake.denyDevice(userCode: refused.text("user_code"))
        #expect(try await Self.poll(scene, refused.text("device_code")).error == "access_denied")
        scene.time.advance(by: .seconds(300))
        #expect(try await Self.poll(scene, late.text("device_code")).error == "expired_token")
        #expect(throws: WorldError.self) {
            try scene.fake.approveDevice(userCode: late.text("user_code"), as: scene.user)
        }
        #expect(try await Self.poll(scene, "unknown").error == "invalid_grant")
        let stranger = try await scene.send(.post, "oauth/authorize_device", "client_id=no")
        #expect(stranger.status == 401 && stranger.error == "invalid_client")
    }

    @Test("a confidential application sends its secret in the body, form or JSON, or by Basic authentication")
    func secrets() async throws {
        let scene = try OAuthScene()
        let basic = Data("server:gloas-server".utf8).base64EncodedString()
        let wrong = Data("server:guess".utf8).base64EncodedString()
        for (secret, header, isJSON, status) in [
            ("gloas-server", nil, false, 200), ("gloas-server", nil, true, 200), (nil, basic, false, 200),
            ("guess", nil, false, 401), (nil, wrong, false, 401), (nil, nil, true, 401),
        ] as [(String?, String?, Bool, Int)] {
            let code = try scene.code([
                "client_id": "server", "code_challenge": nil, "code_challenge_method": nil,
            ])
            var fields = [
                "grant_type": "authorization_code", "code": code, "redirect_uri": OAuthScene.redirect,
            ]
            if header == nil { fields["client_id"] = "server" }
            fields["client_secret"] = secret
            let body =
                isJSON
                ? String(decoding: try JSONEncoder().encode(fields), as: UTF8.self) : OAuthScene.form(fields)
            var headers = [
                ("Content-Type", isJSON ? "application/json" : "application/x-www-form-urlencoded")
            ]
            if let header { headers.append(("Authorization", "Basic \(header)")) }
            let reply = try await scene.send(.post, "oauth/token", body, headers: headers)
            #expect(reply.status == status)
            #expect(status == 200 || reply.error == "invalid_client")
        }
    }

    @Test("revoking either token ends both; an unknown one is no error, another application's is")
    func revocation() async throws {
        let scene = try OAuthScene()
        for kind in ["access_token", "refresh_token"] {
            let tokens = try await scene.redeem(try scene.code())
            let reply = try await scene.send(
                .post, "oauth/revoke", OAuthScene.form(["client_id": "cli", "token": tokens.text(kind)]))
            #expect(reply.status == 200 && reply.body == [:])
            #expect(try await scene.api("user", bearer: tokens.text("access_token")).status == 401)
            #expect(try await scene.refresh(tokens.text("refresh_token")).error == "invalid_grant")
            let info = try await scene.send(
                .get, "oauth/token/info",
                headers: [("Authorization", "Bearer \(tokens.text("access_token"))")])
            #expect(info.status == 401 && info.error == "invalid_request")
        }
        #expect(try await scene.send(.post, "oauth/revoke", "client_id=cli&token=unknown").body == [:])
        let other = try await scene.redeem(try scene.code()).text("access_token")
        let theft = try await scene.send(
            .post, "oauth/revoke", "client_id=server&client_secret=gloas-server&token=\(other)")
        #expect(theft.status == 403)
        #expect(try await scene.api("user", bearer: other).status == 200)
    }

    @Test("an access token is let in with its own scopes only")
    func scopes() async throws {
        let scene = try OAuthScene()
        let token = try await scene.redeem(try scene.code(["scope": "read_user"])).text("access_token")
        #expect(try await scene.api("user", bearer: token).status == 200)
        let refused = try await scene.api("projects/1", bearer: token)
        #expect(refused.status == 403 && refused.error == "insufficient_scope")
        #expect(try await scene.query("{ currentUser { username } }", bearer: token) == 401)
    }
}
