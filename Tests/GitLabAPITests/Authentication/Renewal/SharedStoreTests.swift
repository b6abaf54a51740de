import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import Synchronization
import Testing

/// A store that fails when told to.
final class FailingStore: TokenStore {
    struct Broken: Error {}

    let base = InMemoryTokenStore()
    private let state = Mutex((reads: false, writes: false, times: Int.max))

    /// - Parameter times: how many writes fail.
    func fail(reads: Bool = false, writes: Bool = false, times: Int = .max) {
        state.withLock { $0 = (reads, writes, times) }
    }

    func read(_ account: TokenAccount) async throws -> StoredTokens? {
        if state.withLock(\.reads) { throw Broken() }
        return await base.read(account)
    }

    func replace(
        _ account: TokenAccount, with record: TokenRecord, expecting version: StoredTokens.Version?
    ) async throws -> StoredTokens.Version? {
        // A claim is written, new tokens are not.
        let fails = state.withLock { state in
            guard state.writes, state.times > 0, record.claim == nil else { return false }
            state.times -= 1
            return true
        }
        if fails { throw Broken() }
        return await base.replace(account, with: record, expecting: version)
    }

    func remove(_ account: TokenAccount) async throws { await base.remove(account) }
}

/// A store whose errors repeat what they were to write, as those of databases do.
struct TalkativeStore: TokenStore {
    let base: InMemoryTokenStore

    func read(_ account: TokenAccount) async throws -> StoredTokens? { await base.read(account) }

    func replace(
        _ account: TokenAccount, with record: TokenRecord, expecting version: StoredTokens.Version?
    ) async throws -> StoredTokens.Version? {
        let values = [record.tokens.access.secret, record.tokens.refresh].compactMap { $0?.reveal() }
        let words = "no place for \(values)"
        throw NSError(domain: "Database", code: 1, userInfo: [NSLocalizedDescriptionKey: words])
    }

    func remove(_ account: TokenAccount) async throws { await base.remove(account) }
}

@Suite("Several processes, one store")
struct SharedStoreTests {
    @Test("a store compares and sets")
    func compareAndSet() async throws {
        let (store, tokens) = (InMemoryTokenStore(), IssuedTokens(access: AccessToken("one")))
        let other = IssuedTokens(access: AccessToken("two"))
        let first = await store.replace("a", with: TokenRecord(tokens), expecting: nil)
        #expect(first != nil)
        #expect(await store.replace("a", with: TokenRecord(other), expecting: nil) == nil)
        #expect(await store.replace("b", with: TokenRecord(other), expecting: first) == nil)
        let second = await store.replace("a", with: TokenRecord(other), expecting: first)
        #expect(second != nil && second != first)
        #expect(await store.replace("a", with: TokenRecord(tokens), expecting: first) == nil)
        #expect(await store.read("a")?.record.tokens == other)
        try await store.put(tokens, for: "a")
        #expect(await store.read("a")?.record.tokens == tokens)
        await store.remove("a")
        #expect(await store.read("a") == nil)
    }

    @Test(
        "two processes whose token ends at once refresh it once, however slow GitLab is",
        arguments: [1, 20, 50])
    func once(latency: Int) async throws {
        let scene = try OAuthScene(mode: .manual)
        try await scene.store.put(try await scene.authorize(), for: OAuthScene.account)
        scene.pass(9_000)
        let (base, time) = (FakeGitLabTransport(scene.fake), scene.time)
        let transport = scene.transport { (request, _) throws(GitLabError) in
            do { try await time.sleep(for: .seconds(latency)) } catch { throw GitLabError(.cancelled) }
            return try await base.send(request)
        }
        let processes = (0..<3).map { _ in scene.credential(over: transport) }
        let works: [@Sendable () async -> [AccessToken?]] = processes.map { process in
            {
                await withTaskGroup(of: AccessToken?.self) { group in
                    for _ in 0..<5 { group.addTask { try? await process.current() } }
                    return await group.reduce(into: []) { $0.append($1) }
                }
            }
        }
        let tokens = await scene.running(works).flatMap(\.self)
        #expect(transport.refreshes == 1)
        let stored = await scene.store.read(OAuthScene.account)
        #expect(tokens == Array(repeating: stored?.record.tokens.access, count: 15))
    }

    @Test("a process whose token was renewed by another takes what is stored")
    func adopts() async throws {
        let scene = try OAuthScene()
        try await scene.store.put(try await scene.authorize(), for: OAuthScene.account)
        let transport = scene.transport()
        let (one, other) = (scene.credential(over: transport), scene.credential(over: transport))
        let old = try #require(try await other.current())
        scene.pass(7_190)
        let new = try await one.current()
        scene.pass(10)
        await other.invalidate(old, because: GitLabError(.revokedToken))
        #expect(try await other.current() == new)
        #expect(transport.refreshes == 1)
    }

    @Test("the refresh token spent by another, without a claim: what it stores is taken, and nobody alarmed")
    func loses() async throws {
        let scene = try OAuthScene()
        let tokens = try await scene.authorize()
        try await scene.store.put(tokens, for: OAuthScene.account)
        scene.pass(9_000)
        let base = FakeGitLabTransport(scene.fake)
        let thief = scene.client(over: base)
        let transport = scene.transport { [store = scene.store] (request, index) throws(GitLabError) in
            if index == 0, let refresh = tokens.refresh {
                let stolen = try await thief.refresh(refresh)
                try? await store.put(stolen, for: OAuthScene.account)
            }
            return try await base.send(request)
        }
        let problems = Problems()
        let token = try await scene.credential(over: transport, problems: problems).current()
        #expect(token == (await scene.store.read(OAuthScene.account))?.record.tokens.access)
        #expect(token != tokens.access && transport.refreshes == 1)
        #expect(problems.codes.isEmpty)
    }

    @Test("the claim of a process that crashed is taken over after its length")
    func crash() async throws {
        let scene = try OAuthScene()
        let tokens = try await scene.authorize()
        let claim = RenewalClaim(holder: "gone", length: .seconds(60))
        _ = await scene.store.replace(
            OAuthScene.account, with: TokenRecord(tokens, claim: claim), expecting: nil)
        scene.pass(9_000)
        let begun = scene.time.elapsed
        let transport = scene.transport()
        _ = try await scene.credential(over: transport).current()
        #expect(transport.refreshes == 1 && scene.time.elapsed - begun == .seconds(60))
    }

    @Test("tokens that cannot be stored are used, kept and stored later, and the failure is told")
    func storing() async throws {
        let scene = try OAuthScene()
        let store = FailingStore()
        let tokens = try await scene.authorize()
        try await store.put(tokens, for: OAuthScene.account)
        let (transport, problems) = (scene.transport(), Problems())
        let credential = OAuthCredential(
            OAuthScene.account, client: scene.client(over: transport), store: store, time: scene.time,
            onProblem: { problems.append($0) })
        scene.pass(9_000)
        store.fail(writes: true)
        let renewed = try await credential.current()
        for _ in 0..<10 { #expect(try await credential.current() == renewed) }
        #expect(renewed != tokens.access && transport.refreshes == 1)
        #expect(problems.codes == [.tokenStoreFailed])
        store.fail()
        scene.pass(61)
        #expect(try await credential.current() == renewed)
        #expect(
            await store.base.read(OAuthScene.account)?.record
                == TokenRecord(
                    try #require(await store.read(OAuthScene.account)).record.tokens))
        #expect(await store.base.read(OAuthScene.account)?.record.tokens.access == renewed)
    }

    @Test("a store that cannot be read fails no request while the token lives")
    func unreadable() async throws {
        let scene = try OAuthScene()
        let store = FailingStore()
        try await store.put(try await scene.authorize(), for: OAuthScene.account)
        let credential = OAuthCredential(
            OAuthScene.account, client: scene.client(over: scene.transport()), store: store, time: scene.time)
        let first = try await credential.current()
        store.fail(reads: true)
        scene.pass(7_150)
        #expect(try await credential.current() == first)
        scene.pass(50)
        let refusal = await code { () throws(GitLabError) in _ = try await credential.current() }
        #expect(refusal == .tokenStoreFailed)
        store.fail()
        scene.pass(61)
        #expect(try await credential.current() != first)
    }

    @Test("a store that says what it could not write does not say it in an error of ours")
    func talkative() async throws {
        let scene = try OAuthScene()
        let tokens = try await scene.authorize()
        try await scene.store.put(tokens, for: OAuthScene.account)
        let credential = OAuthCredential(
            OAuthScene.account, client: scene.client(over: scene.transport()),
            store: TalkativeStore(base: scene.store), time: scene.time)
        scene.pass(9_000)
        let error = try await #require(throws: GitLabError.self) { try await credential.current() }
        #expect(error.code == .tokenStoreFailed && error.underlying?.message.contains("no place") == true)
        for shown in GitLabErrorDescriptionTests.everythingShown(error) {
            let words = [tokens.access.secret, try #require(tokens.refresh)].map { $0.reveal().prefix(8) }
            for word in words { #expect(!shown.contains(word), "\(shown)") }
        }
    }
}
