import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import MetricsStorage
import Testing

@Suite("An OAuth token that ends in the middle of a first read")
struct MidwayRenewalTests {
    private static let account: TokenAccount = "acme/metrics"

    /// A second is long beside what another process does: whoever waits a second finds it done.
    private struct LongSeconds: TimeSource {
        let time: VirtualTime
        let store: SealedTokenStore

        var now: Date { time.now }

        func sleep(for duration: Duration) async throws {
            for _ in 0..<10_000 {
                guard try await store.read(MidwayRenewalTests.account)?.record.claim != nil else { return }
                await Task.yield()
            }
        }
    }

    /// Takes its time, so that all who need the answer come to ask for it meanwhile.
    private struct Unhurried: Transport {
        let base: FakeGitLabTransport

        func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
            for _ in 0..<200 { await Task.yield() }
            return try await base.send(request)
        }
    }

    /// The store of a process of its own.
    private func store(_ lab: MidwayLab) -> SealedTokenStore {
        SealedTokenStore(lab.vault, sealer: lab.sealer, time: lab.time)
    }

    private func oauth(_ lab: MidwayLab, _ time: any TimeSource) -> OAuthClient {
        OAuthClient(
            instance: lab.instance, application: MidwayLab.application,
            over: Unhurried(base: FakeGitLabTransport(lab.fake)), time: time)
    }

    /// The credential of a process of its own.
    private func credential(_ lab: MidwayLab) -> OAuthCredential {
        let time = LongSeconds(time: lab.time, store: store(lab))
        return OAuthCredential(
            Self.account, client: oauth(lab, time), store: store(lab), time: time,
            onProblem: { Issue.record($0) })
    }

    private func authorize(_ lab: MidwayLab) async throws -> IssuedTokens {
        let client = oauth(lab, lab.time)
        let (state, pkce) = (OAuthState(), PKCE())
        let url = try client.authorizationURL(state: state, pkce: pkce)
        let code = try client.code(from: lab.fake.authorize(url, as: lab.bot), expecting: state)
        let tokens = try await client.token(code: code, verifier: pkce.verifier)
        try await store(lab).put(tokens, for: Self.account)
        return tokens
    }

    /// Lets two hours pass while requests meet: as long as an access token lives.
    private func network(
        _ lab: MidwayLab, holding held: MeetingTransport.Held, processes: Int = 1
    ) -> MeetingTransport {
        lab.network(holding: held, processes: processes) { lab.time.advance(by: .seconds(7200)) }
    }

    /// The same with a token that does not end.
    private func undisturbed(
        _ reading: MidwayLab.Reading, holding held: MeetingTransport.Held
    ) async throws -> MidwayLab.Trace {
        let lab = try MidwayLab(reading)
        return try await lab.trace(StaticCredential(MidwayLab.first), over: network(lab, holding: held))
    }

    private func expectRenewed(_ lab: MidwayLab, since old: IssuedTokens) async throws {
        // The first one redeemed the code.
        #expect(
            lab.fake.log.entries.filter { $0.route.hasSuffix("oauth/token") }.map(\.status) == [200, 200])
        let stored = try #require(try await store(lab).read(Self.account)).record
        #expect(stored.claim == nil)
        #expect(stored.tokens.refresh != nil && stored.tokens.refresh != old.refresh)
        let isActive = lab.fake.change { $0.isTokenActive(stored.tokens.access.secret.reveal()) }
        #expect(isActive && stored.tokens.access != old.access)
    }

    @Test(
        "Eight requests and more in flight, answered or refused: one refresh, none fails, nothing is read twice",
        arguments: zip(MidwayLab.Reading.allCases, MeetingTransport.Held.allCases))
    func expires(reading: MidwayLab.Reading, held: MeetingTransport.Held) async throws {
        let lab = try MidwayLab(reading)
        let tokens = try await authorize(lab)
        let network = network(lab, holding: held)
        let trace = try await lab.trace(credential(lab), over: network)
        #expect(network.highest == reading.meeting && reading.meeting >= 8)
        #expect(network.refusals == (held == .questions ? reading.meeting : 0))
        #expect(trace.status.state == .connected && trace.successes.values.allSatisfy { $0 == 1 })
        trace.expectSame(as: try await undisturbed(reading, holding: held))
        try await expectRenewed(lab, since: tokens)
    }

    @Test(
        "Two processes over one store refresh once between them, and each reads everything once",
        arguments: MeetingTransport.Held.allCases)
    func twoProcesses(held: MeetingTransport.Held) async throws {
        let lab = try MidwayLab(.mixed)
        let tokens = try await authorize(lab)
        let network = network(lab, holding: held, processes: 2)
        let (one, other) = (credential(lab), credential(lab))
        async let first = lab.trace(one, over: network, hook: nil)
        async let second = lab.trace(other, over: network, hook: nil)
        let (mine, its) = try await (first, second)
        #expect(network.highest == 2 * lab.reading.meeting)
        #expect(mine.status == its.status && mine.status.state == .connected)
        #expect(mine.records == its.records && !mine.records.isEmpty)
        #expect(network.successes.values.allSatisfy { $0 == 2 })
        try await expectRenewed(lab, since: tokens)
    }
}
