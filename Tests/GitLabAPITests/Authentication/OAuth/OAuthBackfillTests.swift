import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite("Credentials that change in the middle of a paged read")
struct OAuthBackfillTests {
    /// Lets the requests for the third page of all lists meet, does something, and lets them go on.
    private static func gathering(
        of scene: OAuthScene, _ change: @escaping @Sendable () async throws -> Void
    ) -> ScriptedTransport {
        let base = FakeGitLabTransport(scene.fake)
        let gate = Gate(OAuthScene.projects)
        return ScriptedTransport(time: scene.time) { (request, _) throws(GitLabError) in
            if request.url.query()?.contains("&page=3") == true {
                await gate.pass { try? await change() }
            }
            return try await base.send(request)
        }
    }

    /// Opens when as many have come.
    private actor Gate {
        private var missing: Int
        private var waiters: [CheckedContinuation<Void, Never>] = []

        init(_ count: Int) { missing = count }

        /// - Parameter change: done by the last who comes, before all go on.
        func pass(_ change: @Sendable () async -> Void) async {
            missing -= 1
            if missing < 0 { return }
            guard missing == 0 else { return await withCheckedContinuation { waiters.append($0) } }
            await change()
            for waiter in waiters { waiter.resume() }
        }
    }

    /// Reads all issues of all projects at once, and expects each once and no page twice.
    private func readEverything(_ client: GitLabClient, _ transport: ScriptedTransport) async throws {
        let ids = try await withThrowingTaskGroup(of: [Int].self) { group in
            for project in 1...OAuthScene.projects {
                group.addTask {
                    var ids: [Int] = []
                    let list: Request<Page<GitLabAPI.Issue>> = .issues(
                        in: .id(.init(rawValue: project)), perPage: 2)
                    for try await issue in client.items(list) { ids.append(issue.id.rawValue) }
                    return ids
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(ids.count == OAuthScene.projects * OAuthScene.issues && Set(ids).count == ids.count)
    }

    @Test("an OAuth token that ends with eight requests in flight is refreshed once, and no request fails")
    func expiry() async throws {
        let scene = try OAuthScene()
        try await scene.store.put(try await scene.authorize(), for: OAuthScene.account)
        let transport = Self.gathering(of: scene) { scene.pass(7_200) }
        let oauth = scene.transport()
        let client = GitLabClient(
            instance: .example, credentials: scene.credential(over: oauth), transport: transport,
            time: scene.time)
        try await readEverything(client, transport)
        #expect(oauth.refreshes == 1)
        #expect(scene.fake.log.entries.count { $0.status == 401 } == 8)
        #expect(scene.fake.log.entries.count { $0.route == "projects/:id/issues" && $0.status == 200 } == 48)
    }

    @Test("a token replaced by the host, and revoked at once, with eight requests in flight fails none")
    func replacement() async throws {
        let scene = try OAuthScene()
        let first = AccessToken("glpat-first-of-the-line")
        let credential = ReplaceableCredential(first)
        let transport = Self.gathering(of: scene) {
            let old = GitLabClient(
                instance: .example, credentials: StaticCredential(first),
                transport: FakeGitLabTransport(scene.fake), time: scene.time)
            credential.replace(with: try await old.send(.rotateOwnToken()).credential)
        }
        let client = GitLabClient(
            instance: .example, credentials: credential, transport: transport, time: scene.time)
        try await readEverything(client, transport)
        #expect(scene.fake.log.entries.count { $0.status == 401 } == 8)
        #expect(scene.fake.log.entries.count { $0.route == "projects/:id/issues" && $0.status == 200 } == 48)
    }

    @Test("a token that rotates itself with eight requests in flight fails none")
    func rotation() async throws {
        let scene = try OAuthScene()
        try await scene.putPersonalToken()
        let rotating = scene.transport()
        let rotation = scene.rotation(over: rotating)
        let transport = Self.gathering(of: scene) { try await rotation.rotate() }
        let client = GitLabClient(
            instance: .example, credentials: rotation, transport: transport, time: scene.time)
        try await readEverything(client, transport)
        #expect(rotating.rotations == 1)
        #expect(scene.fake.log.entries.count { $0.route == "projects/:id/issues" && $0.status == 200 } == 48)
    }
}
