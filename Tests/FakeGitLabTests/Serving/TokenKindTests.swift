import FakeGitLab
import Foundation
import GitLabAPI
import Testing
import WireFormat

@Suite("Tokens of every kind, and what shuts them out")
struct TokenKindTests {
    /// Project 1 is private, 2 internal, both in group 1; project 3 is internal, elsewhere.
    private static func scene() throws -> OAuthScene {
        let scene = try OAuthScene()
        try scene.fake.change { world in
            try world.addProject("inner", group: 1, visibility: "internal")
            try world.addProject("other", group: world.addGroup("other"), visibility: "internal")
            world.addToken("person", for: scene.user, scopes: ["api"])
            world.addProjectToken("project", project: 1)
            world.addGroupToken("group", group: 1)
            world.addServiceAccount("service", group: 1)
            world.addImpersonationToken("impersonation", for: scene.user)
            world.addToken("git", for: scene.user, scopes: ["read_repository"])
            world.addDeployToken("deploy", project: 1)
            world.addJobToken("job", for: scene.user, project: 1, endsAt: Inquirer.end + 3600)
        }
        return scene
    }

    private static func get(_ scene: OAuthScene, _ path: String, _ token: String, as header: String)
        async throws -> Int
    {
        try await scene.send(.get, "api/v4/\(path)", headers: [(header, token)]).status
    }

    @Test(
        "each kind reaches what it is for",
        arguments: [
            ("person", [200, 200, 200]), ("project", [200, 404, 404]), ("group", [200, 200, 404]),
            ("service", [200, 200, 200]), ("impersonation", [200, 200, 200]), ("git", [403, 403, 403]),
            ("deploy", [401, 401, 401]), ("job", [401, 401, 401]),
        ])
    func reach(_ token: String, _ statuses: [Int]) async throws {
        let scene = try Self.scene()
        for (project, status) in zip(1..., statuses) {
            #expect(try await Self.get(scene, "projects/\(project)", token, as: "PRIVATE-TOKEN") == status)
            #expect(try await scene.api("projects/\(project)", bearer: token).status == status)
        }
    }

    @Test("a fine-grained token does what it is permitted, is told what it lacks, and tells no scopes")
    func fineGrained() async throws {
        let scene = try Self.scene()
        scene.fake.change {
            $0.addFineGrainedToken(
                "fine", for: scene.user, permissions: ["read_project", "read_merge_request"])
        }
        for (path, missing) in [
            ("projects/1", nil), ("projects/1/merge_requests", nil), ("projects/1/issues", "read_issue"),
            ("user", "read_user"), ("projects/1/hooks", "read_webhook"),
        ] {
            let reply = try await scene.api(path, bearer: "fine")
            #expect(reply.status == (missing == nil ? 200 : 403), "\(path)")
            guard let missing else { continue }
            #expect(reply.text("error") == "insufficient_granular_scope")
            #expect(reply.text("error_description").contains(missing))
        }
        let own = try await scene.api("personal_access_tokens/self", bearer: "fine").body
        #expect(own["granular"] == true && own["scopes"] == ["granular"])
        let other = try await scene.api("personal_access_tokens/self", bearer: "git").body
        #expect(other["granular"] == false && other["scopes"] == ["read_repository"])
    }

    @Test("an instance may refuse tokens for impersonation, and says so to them alone")
    func impersonation() async throws {
        let scene = try Self.scene()
        scene.fake.change { $0.allowsImpersonation = false }
        let reply = try await scene.api("user", bearer: "impersonation")
        #expect(reply.status == 401 && reply.text("error_description").contains("impersonation was disabled"))
        #expect(try await scene.api("user", bearer: "person").status == 200)
    }

    @Test("a job's token goes into its own header, to few endpoints, while the job runs")
    func job() async throws {
        let scene = try Self.scene()
        let path = "projects/1/releases"
        #expect(try await Self.get(scene, path, "job", as: "JOB-TOKEN") == 200)
        #expect(try await Self.get(scene, path, "person", as: "JOB-TOKEN") == 401)
        #expect(try await Self.get(scene, "projects/1/issues", "job", as: "JOB-TOKEN") == 401)
        #expect(try await Self.get(scene, "projects/2/releases", "job", as: "JOB-TOKEN") == 404)
        scene.time.advance(by: .seconds(3600))
        #expect(try await Self.get(scene, path, "job", as: "JOB-TOKEN") == 401)
    }

    @Test("a token revokes itself with any scope; one of an application is no personal access token")
    func revocation() async throws {
        let scene = try Self.scene()
        let path = "api/v4/personal_access_tokens/self"
        #expect(try await scene.send(.delete, path, headers: [("PRIVATE-TOKEN", "git")]).status == 204)
        let dead = try await scene.send(.get, path, headers: [("PRIVATE-TOKEN", "git")])
        #expect(dead.status == 401 && dead.text("error_description").hasPrefix("Token was revoked"))
        let code = try scene.code([
            "client_id": "server", "scope": "api", "code_challenge": nil, "code_challenge_method": nil,
        ])
        let server = ["client_id": "server", "client_secret": "gloas-server", "code_verifier": nil]
        let token = try await scene.redeem(code, server).text("access_token")
        let bearer = [("Authorization", "Bearer \(token)")]
        #expect(try await scene.send(.get, path, headers: bearer).status == 400)
        #expect(try await scene.send(.post, "\(path)/rotate", headers: bearer).status == 405)
        #expect(try await scene.api("user", bearer: token).status == 200)
        #expect(try await Self.get(scene, "user", token, as: "PRIVATE-TOKEN") == 401)
    }

    @Test("a blocked user is let in with nothing, and told so")
    func blocked() async throws {
        let scene = try Self.scene()
        let access = try await scene.redeem(try scene.code()).text("access_token")
        try scene.fake.change { try $0.blockUser(scene.user) }
        for token in ["person", access] {
            let reply = try await scene.api("user", bearer: token)
            #expect(reply.status == 403 && reply.text("message").contains("blocked"))
        }
        #expect(throws: WorldError.self) {
            try scene.fake.authorize(OAuthScene.authorization(), as: scene.user)
        }
    }

    @Test("a membership that ends or is taken away hides the project and its group; a new one shows them")
    func memberships() async throws {
        let scene = try Self.scene()
        func statuses() async throws -> [Int] {
            var result: [Int] = []
            for path in ["projects/1", "groups/1"] {
                result.append(try await scene.api(path, bearer: "person").status)
            }
            return result
        }
        #expect(try await statuses() == [200, 200])
        scene.fake.change { $0.removeMember(scene.user, fromProject: 1) }
        #expect(try await statuses() == [404, 404])
        scene.fake.change {
            $0.addMember(
                scene.user, toProject: 1, access: .reporter, expires: Inquirer.end + 86_400)
        }
        #expect(try await statuses() == [200, 200])
        scene.time.advance(by: .seconds(86_400))
        #expect(try await statuses() == [404, 404])
    }

    @Test("an allow list keeps all but administrators out; single sign-on, people")
    func restrictions() async throws {
        let scene = try Self.scene()
        for (restriction, person, bot) in [
            (.addresses, 403, 403), (.singleSignOn, 403, 200), (nil, 200, 200),
        ] as [(GroupRestriction?, Int, Int)] {
            scene.fake.change { $0.restrictGroup(1, to: restriction) }
            for path in ["projects/1", "groups/1"] {
                #expect(try await scene.api(path, bearer: "person").status == person)
            }
            #expect(try await scene.api("projects/1", bearer: "group").status == bot)
            let listed = try await scene.api("projects?membership=true", bearer: "person")
            #expect(listed.body.arrayValue?.isEmpty == (person == 403))
        }
    }

    @Test("an archived project is read, not written; a feature that is off is refused")
    func features() async throws {
        let scene = try Self.scene()
        let iid = try scene.fake.change {
            try $0.openMergeRequest(in: 1, by: scene.user, title: "One", sourceBranch: "one")
        }
        let notes = "api/v4/projects/1/merge_requests/\(iid)/notes"
        let headers = [("PRIVATE-TOKEN", "person"), ("Content-Type", "application/json")]
        for (isArchived, status) in [(true, 403), (false, 201)] {
            try scene.fake.change { try $0.archiveProject(1, isArchived: isArchived) }
            #expect(try await scene.send(.get, notes, headers: headers).status == 200)
            #expect(
                try await scene.send(.post, notes, #"{"body":"Hello"}"#, headers: headers).status == status)
        }
        for (feature, path) in [
            (ProjectFeature.mergeRequests, "merge_requests"), (.issues, "issues"), (.pipelines, "pipelines"),
            (.repository, "repository/commits"),
        ] {
            try scene.fake.change { try $0.setFeature(feature, of: 1, isEnabled: false) }
            #expect(try await scene.api("projects/1/\(path)", bearer: "person").status == 403)
            try scene.fake.change { try $0.setFeature(feature, of: 1, isEnabled: true) }
            #expect(try await scene.api("projects/1/\(path)", bearer: "person").status == 200)
        }
    }
}
