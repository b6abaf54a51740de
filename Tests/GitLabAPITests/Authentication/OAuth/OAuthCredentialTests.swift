import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite("OAuthCredential")
struct OAuthCredentialTests {
    private func expect(
        _ credential: OAuthCredential, _ expected: GitLabError.Code?,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async {
        let refusal = await code { () throws(GitLabError) in _ = try await credential.current() }
        #expect(refusal == expected, sourceLocation: sourceLocation)
    }

    @Test("in ten lines: authorize once, then read for as long as the person lets you")
    func tenLines() async throws {
        let scene = try OAuthScene()
        let (instance, application, store) = (InstanceURL.example, scene.application, scene.store)
        let base = FakeGitLabTransport(scene.fake)
        let time = scene.time

        let oauth = OAuthClient(instance: instance, application: application, over: base, time: time)
        let (state, pkce) = (OAuthState(), PKCE())
        let url = try oauth.authorizationURL(state: state, pkce: pkce)
        let callback = try scene.fake.authorize(url, as: scene.user)
        let code = try oauth.code(from: callback, expecting: state)
        try await store.put(oauth.token(code: code, verifier: pkce.verifier), for: "acme/metrics")
        let credential = OAuthCredential("acme/metrics", client: oauth, store: store, time: time)
        let client = GitLabClient.standard(
            instance: instance, credentials: credential, over: base, time: time)

        #expect(try await client.send(.currentUser).profile.user.username == "ada")
        scene.pass(3 * 7_200)
        #expect(await refusal(of: client) == nil)
    }

    private func refusal(of client: GitLabClient) async -> GitLabError.Code? {
        await code { () throws(GitLabError) in _ = try await client.send(.currentUser) }
    }

    @Test("renews a token shortly before its end, and not before")
    func ahead() async throws {
        let scene = try OAuthScene()
        let tokens = try await scene.authorize()
        try await scene.store.put(tokens, for: OAuthScene.account)
        let transport = scene.transport()
        let credential = scene.credential(over: transport)
        scene.pass(7_139)
        #expect(try await credential.current() == tokens.access && transport.refreshes == 0)
        scene.pass(1)
        let renewed = try await credential.current()
        #expect(renewed != tokens.access && transport.refreshes == 1)
        let stored = try #require(await scene.store.read(OAuthScene.account)).record
        #expect(stored.tokens.access == renewed && stored.claim == nil)
        #expect(try await credential.current() == renewed && transport.refreshes == 1)
    }

    @Test("a token that ends while it is refreshed and while the refresh fails serves as long as it lives")
    func standing() async throws {
        let scene = try OAuthScene()
        let tokens = try await scene.authorize()
        try await scene.store.put(tokens, for: OAuthScene.account)
        let (transport, problems) = (scene.transport(), Problems())
        let credential = scene.credential(over: transport, problems: problems)
        scene.fake.faults.add(.internalServerError, at: "oauth/token")
        scene.pass(7_150)
        for _ in 0..<20 { #expect(try await credential.current() == tokens.access) }
        #expect(transport.refreshes == 3 && problems.codes == [.serverFault])
        scene.pass(50)
        for _ in 0..<20 { await expect(credential, .serverFault) }
        scene.pass(61)
        scene.fake.faults = FaultPlan()
        await expect(credential, nil)
    }

    @Test("errors that pass are tried again")
    func passing() async throws {
        let scene = try OAuthScene()
        try await scene.store.put(try await scene.authorize(), for: OAuthScene.account)
        let transport = scene.transport()
        let credential = scene.credential(over: transport)
        scene.fake.faults.add(.badGateway, at: "oauth/token", .first(2))
        scene.pass(9_000)
        await expect(credential, nil)
        #expect(transport.refreshes == 3)
    }

    @Test(
        "a lost answer has used the refresh token up: says to authorize again, and asks no more until that is done"
    )
    func lostAnswer() async throws {
        let scene = try OAuthScene()
        try await scene.store.put(try await scene.authorize(), for: OAuthScene.account)
        let base = FakeGitLabTransport(scene.fake)
        let transport = scene.transport { (request, index) throws(GitLabError) in
            let response = try await base.send(request)
            if index == 0 { throw GitLabError(.connectionBroken) }
            return response
        }
        let problems = Problems()
        let credential = scene.credential(over: transport, problems: problems)
        scene.pass(9_000)
        for _ in 0..<20 { await expect(credential, .authorizationRequired) }
        #expect(transport.refreshes == 2 && problems.codes == [.authorizationRequired])
        try await scene.store.put(try await scene.authorize(), for: OAuthScene.account)
        await expect(credential, nil)
        #expect(transport.refreshes == 2)
    }

    @Test("without tokens, or without a refresh token at the end, a person is needed")
    func nothingLeft() async throws {
        let scene = try OAuthScene()
        let transport = scene.transport()
        let credential = scene.credential(over: transport)
        await expect(credential, .authorizationRequired)
        let tokens = try await scene.authorize()
        try await scene.store.put(
            IssuedTokens(access: tokens.access, expiresAt: tokens.expiresAt), for: OAuthScene.account)
        scene.pass(7_170)
        await expect(credential, nil)
        scene.pass(30)
        await expect(credential, .authorizationRequired)
        #expect(transport.requests.isEmpty)
    }

    @Test(
        "a clock that is wrong by an hour or more does no harm",
        arguments: [-3_600.0, 3_600, -90_000, 90_000])
    func skew(error: TimeInterval) async throws {
        let scene = try OAuthScene()
        try await scene.store.put(try await scene.authorize(), for: OAuthScene.account)
        let wrong = OAuthScene.WrongClock(right: scene.time, error: error)
        let transport = scene.transport()
        let client = GitLabClient(
            instance: .example, credentials: scene.credential(over: transport, time: wrong),
            transport: FakeGitLabTransport(scene.fake), time: wrong)
        for _ in 0..<40 {
            #expect(await refusal(of: client) == nil)
            scene.pass(1_800)
        }
        // Twenty hours are ten lives; the first may be cut short before GitLab's clock is known.
        #expect((9...12).contains(transport.refreshes))
    }

    @Test("GitLab refusing every token does not start a storm of refreshes")
    func storm() async throws {
        let scene = try OAuthScene()
        try await scene.store.put(try await scene.authorize(), for: OAuthScene.account)
        let transport = scene.transport()
        let refusing = ScriptedTransport(.success(CredentialTransportTests.expired))
        let client = GitLabClient(
            instance: .example, credentials: scene.credential(over: transport), transport: refusing,
            time: scene.time)
        for _ in 0..<30 { #expect(await refusal(of: client) == .expiredToken) }
        #expect(transport.refreshes == 1)
    }

    @Test("one refresh for all who wait, and who is cancelled takes nobody along")
    func waiters() async throws {
        let scene = try OAuthScene(mode: .manual)
        try await scene.store.put(try await scene.authorize(), for: OAuthScene.account)
        scene.pass(9_000)
        let (base, time) = (FakeGitLabTransport(scene.fake), scene.time)
        let transport = scene.transport { (request, _) throws(GitLabError) in
            do { try await time.sleep(for: .seconds(5)) } catch { throw GitLabError(.cancelled) }
            return try await base.send(request)
        }
        let credential = scene.credential(over: transport)
        let waiters = (0..<20).map { _ in
            Task { await code { () throws(GitLabError) in _ = try await credential.current() } }
        }
        await time.untilSleeping(1)
        for waiter in waiters.prefix(10) { waiter.cancel() }
        for waiter in waiters.prefix(10) { #expect(await waiter.value == .cancelled) }
        scene.pass(5)
        for waiter in waiters.suffix(10) { #expect(await waiter.value == nil) }
        #expect(transport.refreshes == 1)
    }
}
