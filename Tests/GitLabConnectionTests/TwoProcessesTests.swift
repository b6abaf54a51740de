import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing

@Suite("Two processes over one store")
struct TwoProcessesTests {
    private func active() async throws -> ConnectionLab {
        let lab = try ConnectionLab()
        _ = try await lab.connection().activate(lab.selection, since: lab.since)
        for _ in 1...2 {
            lab.time.advance(by: .seconds(3600))
            try await AutoSync(lab.connection()).step()
        }
        lab.time.advance(by: .seconds(3600))
        lab.network.breakDown(after: nil)
        return lab
    }

    @Test("Of two that step at a time, each project is read by one, and neither fails")
    func atOnce() async throws {
        let alone = try await active()
        try await AutoSync(alone.connection()).step()
        for _ in 1...10 {
            let lab = try await active()
            let (one, other) = try (AutoSync(lab.connection()), AutoSync(lab.connection()))
            async let first = one.step()
            async let second = other.step()
            _ = try await (first, second)
            #expect(
                lab.network.count(containing: "merge_requests")
                    == alone.network.count(containing: "merge_requests"))
            let now = Instant(lab.time.now)
            let status = try #require(await lab.connection().status())
            #expect(status.state == .connected)
            #expect(status.projects.allSatisfy { $0.lag(at: now) == 0 })
        }
    }

    @Test("A claim whose holder died is over after ten minutes, and holds up nobody else's project")
    func crashed() async throws {
        let lab = try await active()
        let key = StateKey(namespace: "sync-claim", name: "lab/\(lab.billing)")
        let now = Instant(lab.time.now)
        try await lab.storage.set(
            Data(), for: key, expecting: nil, expiry: now.advanced(bySeconds: 600), at: now)
        let sync = try AutoSync(lab.connection())
        try await sync.step()
        let lags = try await lab.connection().status()?.projects.map { $0.lag(at: now) }
        #expect(lags == [3600, 0])
        lab.time.advance(by: .seconds(600))
        try await sync.step()
        #expect(try await lab.connection().status()?.projects.first?.lag(at: Instant(lab.time.now)) == 0)
    }

    @Test("One that is cancelled gives its projects free")
    func cancelled() async throws {
        let lab = try await active()
        let sync = try AutoSync(lab.connection())
        let step = Task { try await sync.step() }
        step.cancel()
        _ = try? await step.value
        #expect(await lab.storage.keys(in: "sync-claim", prefix: "", at: Instant(lab.time.now)) == [])
        try await sync.syncNow()
        #expect(
            try await lab.connection().status()?.projects.allSatisfy {
                $0.lag(at: Instant(lab.time.now)) == 0
            } == true)
    }

    @Test("A run that stood still while nobody else came goes on")
    func stoodStill() async throws {
        let lab = try await active()
        try lab.openMergeRequest(in: lab.billing)
        let slow = StandingStill(over: lab.network) { lab.time.advance(by: .seconds(7200)) }
        try await AutoSync(lab.connection(over: slow)).step()
        #expect(await lab.mergeRequests(of: lab.billing) == 1)
        #expect(try await lab.connection().status()?.state == .connected)
        #expect(await lab.storage.keys(in: "sync-claim", prefix: "", at: Instant(lab.time.now)) == [])
    }

    @Test("A run that stood still until another took its project over is refused, and loses nothing")
    func overtaken() async throws {
        let lab = try await active()
        try lab.openMergeRequest(in: lab.billing)
        let key = StateKey(namespace: "sync-claim", name: "lab/\(lab.billing)")
        let thief = StandingStill(over: lab.network) {
            let later = Instant(lab.time.now).advanced(bySeconds: 601)
            lab.time.advance(by: .seconds(601))
            _ = try? await lab.storage.set(
                Data(), for: key, expecting: nil, expiry: later.advanced(bySeconds: 600), at: later)
        }
        let sync = try AutoSync(lab.connection(over: thief))
        await #expect { try await sync.step() } throws: { error in
            (error as? ConnectionError)?.ingestion?.storage?.code == .conflict
        }
        lab.time.advance(by: .seconds(601))
        try await AutoSync(lab.connection()).syncNow()
        #expect(await lab.mergeRequests(of: lab.billing) == 1)
        #expect(try await lab.connection().status()?.state == .connected)
    }
}

/// A network on which something happens before the first list is answered.
private actor StandingStill: Transport {
    private let base: any Transport
    private var happening: (@Sendable () async -> Void)?

    init(over base: any Transport, _ happening: @escaping @Sendable () async -> Void) {
        self.base = base
        self.happening = happening
    }

    func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        if request.url.path.hasSuffix("merge_requests"), let happening {
            self.happening = nil
            await happening()
        }
        return try await base.send(request)
    }
}
