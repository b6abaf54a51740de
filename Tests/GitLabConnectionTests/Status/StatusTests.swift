import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import Testing

@Suite struct StatusTests {
    private let now = Instant(secondsSince1970: 1_772_000_000)
    private let schedule = SyncSchedule()
    private let fault = StatusFault(code: "forbidden", sentence: "GitLab forbids it.")

    private func project(_ id: Int, _ state: ConnectionState) -> ProjectStatus {
        var status = ProjectStatus(project: ProjectID(rawValue: id), path: "a/\(id)", at: now)
        status.state = state
        return status
    }

    private static let derivations: [([ConnectionState], ConnectionState)] = [
        ([], .connected), ([.connected, .connected], .connected), ([.connected, .paused], .connected),
        ([.connected, .excluded], .connected), ([.excluded], .connected),
        ([.connected, .unreachable], .degraded), ([.degraded], .degraded),
        ([.unreachable, .unreachable], .unreachable), ([.unreachable, .excluded], .unreachable),
        ([.unreachable, .paused], .degraded),
    ]

    @Test("The state of a connection follows from those of its projects", arguments: derivations)
    func derived(_ states: [ConnectionState], _ expected: ConnectionState) {
        let projects = states.enumerated().map { project($0.offset + 1, $0.element) }
        #expect(ConnectionStatus(projects: projects).state == expected)
        #expect(ConnectionStatus(projects: projects.reversed()) == ConnectionStatus(projects: projects))
        #expect(ConnectionStatus(projects: projects, isPaused: true).state == .paused)
    }

    @Test(
        "GitLab failing or asking to wait degrades a connection; a token it does not take makes it unreachable"
    )
    func faults() {
        for (code, state) in [
            (GitLabError.Code.serverFault, ConnectionState.degraded), (.rateLimited, .degraded),
            (.invalidToken, .unreachable), (.unreachableDNS, .unreachable), (.timedOut, .unreachable),
        ] {
            let fault = StatusFault(GitLabError(code))
            #expect(ConnectionStatus(projects: [project(1, .connected)], lastError: fault).state == state)
            let lost = ConnectionStatus(projects: [project(1, .unreachable)], lastError: fault)
            #expect(lost.state == .unreachable)
        }
    }

    @Test(
        "An outcome moves a project on; what is excluded or paused stays so",
        arguments: ConnectionState.allCases)
    func outcomes(_ state: ConnectionState) {
        let stays = state == .excluded || state == .paused
        for (outcome, expected) in [
            (SyncOutcome.synced, ConnectionState.connected), (.failed(fault), .degraded),
            (.lost(fault), .unreachable), (.cancelled, state),
        ] {
            var status = project(1, state)
            let before = status
            status.record(outcome, began: now, schedule: schedule, random: 0.5)
            #expect(status.state == (stays ? state : expected))
            if outcome == .cancelled {
                #expect(status == before)
            } else {
                #expect(status.lastError == (outcome == .synced ? nil : fault))
                #expect(status.lastSync == (outcome == .synced ? now : nil))
            }
        }
    }

    @Test(
        "The next sync is never later than the interval after the last began, a lost project's than its probe"
    )
    func schedules() {
        for step in 0...20 {
            for (outcome, span) in [
                (SyncOutcome.synced, schedule.interval), (.lost(fault), schedule.probeInterval),
            ] {
                var status = project(1, .connected)
                status.record(outcome, began: now, schedule: schedule, random: Double(step) / 20)
                let wait = now.seconds(until: status.nextSync)
                #expect(wait < span && wait >= span * 3 / 4)
            }
        }
    }

    @Test("What failed is tried again after a minute, then later and later, at last as often as any")
    func retries() {
        var status = project(1, .connected)
        var began = now
        var waits: [Int64] = []
        for _ in 1...12 {
            status.record(.failed(fault), began: began, schedule: schedule, random: 1)
            #expect(status.failingSince == now)
            waits.append(began.seconds(until: status.nextSync))
            began = status.nextSync
        }
        #expect(waits == waits.sorted() && waits.first == 48)
        #expect(waits.last == 1440)
        status.record(.synced, began: began, schedule: schedule, random: 1)
        #expect(status.failingSince == nil && status.lastError == nil)
        #expect(began.seconds(until: status.nextSync) == 1440)
    }

    @Test("A rule that leads nowhere degrades a connection, and the summary says so")
    func unresolved() {
        let rule = UnresolvedRule(rule: .path("acme/typo"), fault: fault)
        let status = ConnectionStatus(projects: [project(1, .connected)], unresolved: [rule])
        #expect(status.state == .degraded)
        #expect(status.summary == "degraded, 1 project, last sync never, not found: path:acme/typo")
    }

    @Test("A token that ends soon, or has ended, shows")
    func expiry() {
        let status = ConnectionStatus(projects: [], tokenExpiresAt: now)
        for (days, isSoon) in [(-20, false), (-14, true), (-1, true), (0, true), (3, true)] as [(Int64, Bool)]
        {
            let then = now.advanced(bySeconds: days * 86_400)
            #expect(status.tokenExpires(within: .seconds(14 * 86_400), of: then) == isSoon)
        }
        #expect(!ConnectionStatus(projects: []).tokenExpires(within: .seconds(1), of: now))
    }

    @Test("An older sync that ends late does not take the last one back")
    func late() {
        var status = project(1, .connected)
        status.record(.synced, began: now, schedule: schedule, random: 0)
        status.record(.synced, began: now.advanced(bySeconds: -60), schedule: schedule, random: 0)
        #expect(status.lastSync == now)
        #expect(status.lag(at: now.advanced(bySeconds: 90)) == 90)
        #expect(status.lag(at: now.advanced(bySeconds: -90)) == 0)
    }
}
