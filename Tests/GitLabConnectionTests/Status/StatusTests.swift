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
                (SyncOutcome.synced, schedule.interval), (.failed(fault), schedule.interval),
                (.lost(fault), schedule.probeInterval),
            ] {
                var status = project(1, .connected)
                status.record(outcome, began: now, schedule: schedule, random: Double(step) / 20)
                let wait = now.seconds(until: status.nextSync)
                #expect(wait < span && wait >= span * 3 / 4)
            }
        }
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
