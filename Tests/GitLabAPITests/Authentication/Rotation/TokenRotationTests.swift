import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

extension OAuthScene {
    static let first = AccessToken("glpat-first-of-the-line")
    static let day = 86_400

    func putPersonalToken() async throws {
        let client = GitLabClient(
            instance: .example, credentials: StaticCredential(Self.first),
            transport: FakeGitLabTransport(fake), time: time)
        try await store.put(
            IssuedTokens(access: Self.first, try await client.send(.ownToken)), for: Self.account)
    }

    func rotation(over transport: any Transport, problems: Problems? = nil) -> TokenRotation {
        TokenRotation(
            Self.account, instance: .example, over: transport, store: store, time: time,
            onProblem: problems?.listener)
    }

    var stored: IssuedTokens? { get async { await store.read(Self.account)?.record.tokens } }
}

@Suite("TokenRotation")
struct TokenRotationTests {
    @Test("in five lines: a personal token that never ends")
    func fiveLines() async throws {
        let scene = try OAuthScene()
        let (instance, store, time) = (InstanceURL.example, scene.store, scene.time)
        let base = FakeGitLabTransport(scene.fake)
        let token = OAuthScene.first

        let first = GitLabClient(
            instance: instance, credentials: StaticCredential(token), transport: base, time: time)
        try await store.put(IssuedTokens(access: token, first.send(.ownToken)), for: "acme/bot")
        let credential = TokenRotation("acme/bot", instance: instance, over: base, store: store, time: time)
        let client = GitLabClient.standard(
            instance: instance, credentials: credential, over: base, time: time)

        for _ in 0..<100 {
            #expect(try await client.send(.currentUser).profile.user.username == "ada")
            scene.pass(2 * OAuthScene.day)
        }
    }

    @Test("rotates a week before the end, once, and stores the new token before it is used")
    func due() async throws {
        let scene = try OAuthScene()
        try await scene.putPersonalToken()
        let transport = scene.transport()
        let rotation = scene.rotation(over: transport)
        scene.pass(32 * OAuthScene.day)
        #expect(try await rotation.current() == OAuthScene.first && transport.requests.isEmpty)
        scene.pass(OAuthScene.day)
        let new = try await rotation.current()
        #expect(new != OAuthScene.first && transport.rotations == 1)
        #expect(await scene.stored?.access == new)
        #expect(!scene.fake.world.isTokenActive(OAuthScene.first.secret.reveal()))
        #expect(try await rotation.current() == new && transport.rotations == 1)
    }

    @Test("two processes rotate once", arguments: [1, 60])
    func processes(latency: Int) async throws {
        let scene = try OAuthScene(mode: .manual)
        try await scene.putPersonalToken()
        scene.pass(35 * OAuthScene.day)
        let (base, time) = (FakeGitLabTransport(scene.fake), scene.time)
        let transport = scene.transport { (request, _) throws(GitLabError) in
            do { try await time.sleep(for: .seconds(latency)) } catch { throw GitLabError(.cancelled) }
            return try await base.send(request)
        }
        let (one, other) = (scene.rotation(over: transport), scene.rotation(over: transport))
        let tokens = await scene.running([one, other].map { rotation in { try? await rotation.current() } })
        #expect(transport.rotations == 1 && tokens[0] == tokens[1])
        #expect(scene.fake.world.isTokenActive(tokens[0].flatMap { $0 }?.secret.reveal() ?? ""))
    }

    @Test("a rotation whose answer was lost is not repeated: the successor is lost, and that is said")
    func lostAnswer() async throws {
        let scene = try OAuthScene()
        try await scene.putPersonalToken()
        scene.pass(35 * OAuthScene.day)
        let base = FakeGitLabTransport(scene.fake)
        let transport = scene.transport { (request, _) throws(GitLabError) in
            let response = try await base.send(request)
            if request.isRotation { throw GitLabError(.connectionBroken) }
            return response
        }
        let problems = Problems()
        let rotation = scene.rotation(over: transport, problems: problems)
        #expect(try await rotation.current() == OAuthScene.first)
        for _ in 0..<5 {
            await rotation.invalidate(OAuthScene.first, because: GitLabError(.revokedToken))
            scene.pass(3_601)
            let refusal = await code { () throws(GitLabError) in _ = try await rotation.current() }
            #expect(refusal == .successorLost)
        }
        #expect(transport.rotations == 1 && problems.codes == [.connectionBroken, .successorLost])
        scene.fake.change { $0.addToken("glpat-made-by-hand", for: scene.user, scopes: ["api"]) }
        try await scene.store.put(
            IssuedTokens(access: AccessToken("glpat-made-by-hand")), for: OAuthScene.account)
        #expect(try await rotation.current() == AccessToken("glpat-made-by-hand"))
    }

    @Test("a rotation that never arrived is made later, after the old token was found good")
    func lostRequest() async throws {
        let scene = try OAuthScene()
        try await scene.putPersonalToken()
        scene.pass(35 * OAuthScene.day)
        let (base, broken) = (FakeGitLabTransport(scene.fake), Counter())
        let transport = scene.transport { (request, _) throws(GitLabError) in
            if request.isRotation, broken.value == 0 {
                broken.increment()
                throw GitLabError(.timedOut)
            }
            return try await base.send(request)
        }
        let rotation = scene.rotation(over: transport)
        for _ in 0..<10 { #expect(try await rotation.current() == OAuthScene.first) }
        #expect(transport.rotations == 1)
        scene.pass(3_601)
        #expect(try await rotation.current() != OAuthScene.first)
        #expect(transport.rotations == 2)
    }

    @Test("a token without the scope to rotate itself goes on serving, and the failure is told once an hour")
    func unscoped() async throws {
        let scene = try OAuthScene()
        scene.fake.change {
            $0.addToken(
                "glpat-reader-only", for: scene.user, scopes: ["read_api"],
                expiresAt: scene.time.now + 86_400 * 3)
        }
        let reader = IssuedTokens(
            access: AccessToken("glpat-reader-only"), expiresAt: scene.time.now + 86_400 * 3)
        try await scene.store.put(reader, for: OAuthScene.account)
        let (transport, problems) = (scene.transport(), Problems())
        let rotation = scene.rotation(over: transport, problems: problems)
        for _ in 0..<10 { #expect(try await rotation.current() == reader.access) }
        #expect(transport.rotations == 1 && problems.codes == [.insufficientScope])
    }

    @Test("rotates when told to, and says why it could not")
    func now() async throws {
        let scene = try OAuthScene()
        try await scene.putPersonalToken()
        let rotation = scene.rotation(over: scene.transport())
        try await rotation.rotate()
        let second = await scene.stored
        #expect(second?.access != OAuthScene.first)
        scene.fake.faults.add(.internalServerError, at: "personal_access_tokens/self/rotate")
        let refusal = await code { () throws(GitLabError) in try await rotation.rotate() }
        #expect(refusal == .serverFault)
        #expect(try await rotation.current() == second?.access)
    }

    @Test("a process whose turn came too late leaves the rotation to the one that took over")
    func late() async throws {
        let scene = try OAuthScene(mode: .manual)
        try await scene.putPersonalToken()
        scene.pass(35 * OAuthScene.day)
        let (base, time) = (FakeGitLabTransport(scene.fake), scene.time)
        let crowded = scene.transport { (request, index) throws(GitLabError) in
            let response = try await base.send(request)
            if index == 0 {
                do { try await time.sleep(for: .seconds(400)) } catch { throw GitLabError(.cancelled) }
            }
            return response
        }
        let (one, other) = (scene.rotation(over: crowded), scene.rotation(over: scene.transport()))
        async let first = one.current()
        await time.untilSleeping(1)
        async let second = other.current()
        for _ in 1...180 {
            await time.untilSleeping(2)
            scene.pass(1)
        }
        let new = try await second
        scene.pass(400)
        #expect(try await first == new && new != OAuthScene.first && crowded.rotations == 0)
        #expect(scene.fake.world.isTokenActive(new?.secret.reveal() ?? ""))
    }

    @Test("a new token that could not be stored is stored within a minute after the store works again")
    func storing() async throws {
        let (scene, store) = (try OAuthScene(), FailingStore())
        try await scene.putPersonalToken()
        try await store.put(try #require(await scene.stored), for: OAuthScene.account)
        scene.pass(35 * OAuthScene.day)
        let problems = Problems()
        let rotation = TokenRotation(
            OAuthScene.account, instance: .example, over: scene.transport(), store: store, time: scene.time,
            onProblem: problems.listener)
        store.fail(writes: true)
        let new = try await rotation.current()
        #expect(new != OAuthScene.first && problems.codes == [.tokenStoreFailed])
        store.fail()
        scene.pass(61)
        #expect(try await rotation.current() == new)
        #expect(await store.base.read(OAuthScene.account)?.record.tokens.access == new)
    }

    @Test("a store that fails once at the wrong moment is asked again at once")
    func hiccup() async throws {
        let (scene, store) = (try OAuthScene(), FailingStore())
        try await scene.putPersonalToken()
        try await store.put(try #require(await scene.stored), for: OAuthScene.account)
        scene.pass(35 * OAuthScene.day)
        let base = FakeGitLabTransport(scene.fake)
        let transport = scene.transport { (request, _) throws(GitLabError) in
            if request.isRotation { store.fail(writes: true, times: 1) }
            return try await base.send(request)
        }
        let rotation = TokenRotation(
            OAuthScene.account, instance: .example, over: transport, store: store, time: scene.time)
        let new = try await rotation.current()
        #expect(new != OAuthScene.first)
        #expect(await store.base.read(OAuthScene.account)?.record.tokens.access == new)
    }

    @Test("rotates when told to while a look into the store is under way")
    func nowMeanwhile() async throws {
        let scene = try OAuthScene(mode: .manual)
        try await scene.putPersonalToken()
        let store = SlowStore(scene.store, scene.time)
        let claim = RenewalClaim(holder: "mine", length: .seconds(180))
        let stored = try #require(await scene.store.read(OAuthScene.account))
        _ = await scene.store.replace(
            OAuthScene.account, with: TokenRecord(stored.record.tokens, claim: claim),
            expecting: stored.version)
        let rotation = TokenRotation(
            OAuthScene.account, instance: .example, over: scene.transport(), store: store, time: scene.time,
            holder: "mine")
        async let looked = rotation.current()
        await scene.time.untilSleeping(1)
        let refusal = await scene.running {
            await code { () throws(GitLabError) in try await rotation.rotate() }
        }
        #expect(refusal == nil)
        _ = try await looked
        #expect(await scene.stored?.access != OAuthScene.first)
    }
}

/// A store that takes a second to write.
private struct SlowStore: TokenStore {
    let base: InMemoryTokenStore
    let time: VirtualTime

    init(_ base: InMemoryTokenStore, _ time: VirtualTime) {
        self.base = base
        self.time = time
    }

    func read(_ account: TokenAccount) async throws -> StoredTokens? { await base.read(account) }

    func replace(
        _ account: TokenAccount, with record: TokenRecord, expecting version: StoredTokens.Version?
    ) async throws -> StoredTokens.Version? {
        try await time.sleep(for: .seconds(1))
        return await base.replace(account, with: record, expecting: version)
    }

    func remove(_ account: TokenAccount) async throws { await base.remove(account) }
}
