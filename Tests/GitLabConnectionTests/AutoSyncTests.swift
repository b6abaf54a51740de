import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import MetricsStorage
import Testing

@Suite("Syncing by itself")
struct AutoSyncTests {
    /// Hourly syncs over 26 hours, in the first half of which access to billing may be lost.
    private func day(losing: Bool) async throws -> (states: [ConnectionState], shop: Int, lab: ConnectionLab)
    {
        let lab = try ConnectionLab()
        let connection = try lab.connection()
        _ = try await connection.activate(lab.selection, since: lab.since)
        let sync = AutoSync(connection)
        lab.network.breakDown(after: nil)
        if losing { lab.fake.change { $0.removeMember(lab.bot, fromProject: lab.billing) } }
        var states: [ConnectionState] = []
        for hour in 1...26 {
            lab.time.advance(by: .seconds(3600))
            if hour == 4 { try lab.openMergeRequest(in: lab.billing) }
            if losing, hour == 13 {
                #expect(lab.network.count(of: lab.billing, "acme/billing") <= 3)
                lab.fake.change { $0.addMember(lab.bot, toProject: lab.billing, access: .maintainer) }
            }
            try await sync.step()
            let status = try #require(await connection.status())
            states.append(try #require(status.projects.first { $0.project.rawValue == lab.billing }).state)
            let other = try #require(status.projects.first { $0.project.rawValue == lab.shop })
            #expect(other.state == .connected && other.lag(at: Instant(lab.time.now)) == 0)
        }
        return (states, lab.network.count(of: lab.shop, "acme/shop"), lab)
    }

    @Test("A project lost rests, comes back by itself and is filled; another is read as if nothing were")
    func lostAndRegained() async throws {
        let calm = try await day(losing: false)
        let lossy = try await day(losing: true)
        #expect(Set(calm.states) == [.connected])
        #expect(lossy.states.prefix(12).allSatisfy { $0 == .unreachable })
        #expect(lossy.states.last == .connected)
        #expect(lossy.shop == calm.shop)
        #expect(await lossy.lab.mergeRequests(of: lossy.lab.billing) == 1)
    }

    @Test("A token replaced between syncs is used from the next request on")
    func replacedToken() async throws {
        let lab = try ConnectionLab()
        let key = try SealingKey(id: "one", bytes: Data(repeating: 7, count: 32))
        let registry = CredentialRegistry(
            lab.storage, sealer: SecretSealer(try SealingKeyring(key)), time: lab.time)
        let credential = try await registry.create("gitlab", AccessToken("glpat-bot"))
        let connection = try lab.connection(registry.provider(for: credential.id))
        _ = try await connection.activate(lab.selection, since: lab.since)
        lab.fake.change {
            $0.addToken("glpat-next", for: lab.bot, scopes: ["api"])
            $0.revokeToken("glpat-bot")
        }
        try await registry.update(credential.id, AccessToken("glpat-next"))
        try lab.openMergeRequest(in: lab.shop)
        lab.time.advance(by: .seconds(3600))
        lab.fake.log = RequestLog()
        #expect(try await AutoSync(connection).step().count == 2)
        #expect(try await connection.status()?.state == .connected)
        #expect(lab.fake.log.entries.allSatisfy { $0.status != 401 })
        #expect(await lab.mergeRequests(of: lab.shop) == 1)
    }

    @Test("Two who ask at once share one run")
    func sharedRun() async throws {
        let lab = try ConnectionLab()
        let connection = try lab.connection()
        _ = try await connection.activate(lab.selection, since: lab.since)
        lab.time.advance(by: .seconds(3600))
        let sync = AutoSync(connection)
        try await sync.syncNow()
        lab.time.advance(by: .seconds(3600))
        lab.network.breakDown(after: nil)
        try await sync.syncNow()
        let alone = lab.network.count
        lab.time.advance(by: .seconds(3600))
        lab.network.breakDown(after: nil)
        async let first: Void = sync.syncNow()
        async let second: Void = sync.syncNow()
        _ = try await (first, second)
        #expect(lab.network.count == alone)
        #expect(try await connection.status()?.state == .connected)
    }

    @Test("Left to itself, the last sync is never older than the interval, and cancelling ends it")
    func leftToItself() async throws {
        let lab = try ConnectionLab(.manual)
        let connection = try lab.connection()
        _ = try await connection.activate(lab.selection, since: lab.since)
        let sync = AutoSync(connection)
        let run = Task { await sync.run() }
        for _ in 0..<240 {
            await lab.time.untilSleeping(2)
            let now = Instant(lab.time.now)
            let status = try #require(await connection.status())
            #expect(status.projects.allSatisfy { $0.lag(at: now) ?? .max <= 3600 })
            lab.time.advanceToNextWakeUp()
        }
        run.cancel()
        await run.value
    }

    @Test("While paused nothing is asked, and resuming catches up")
    func pausing() async throws {
        let lab = try ConnectionLab()
        let connection = try lab.connection()
        _ = try await connection.activate(lab.selection, since: lab.since)
        try await connection.pause()
        lab.time.advance(by: .seconds(7200))
        lab.network.breakDown(after: nil)
        #expect(try await AutoSync(connection).step().isEmpty)
        #expect(lab.network.count == 0)
        #expect(try await connection.status()?.state == .paused)
        try await connection.resume()
        #expect(try await AutoSync(connection).step().count == 2)
    }

    @Test("The next sync comes before the interval is over, a probe before its own")
    func schedule() {
        let schedule = SyncSchedule()
        let began = Instant(secondsSince1970: 0)
        for random in stride(from: 0.0, through: 1, by: 0.125) {
            let next = schedule.next(after: began, random: random).secondsSince1970
            #expect(1440...1710 ~= next)
            let probe = schedule.nextProbe(after: began, random: random).secondsSince1970
            #expect(69_120...82_080 ~= probe)
        }
    }
}
