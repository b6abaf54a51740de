import Foundation
import GitLabAPI
import GitLabVocabulary

/// One check on its way: what it has found so far.
struct CheckRun {
    let check: ConnectionCheck
    let now: Date
    var report: ConnectionReport
    /// Whether what was found leaves nothing to learn from whatever is asked next.
    private(set) var isOver = false
    private var results: [Probe: ProbeResult] = [:]

    var options: ConnectionCheck.Options { check.options }

    init(_ check: ConnectionCheck, _ address: AddressReading) {
        self.check = check
        now = check.time.now
        report = ConnectionReport(checkedAt: now)
        report.instance = address.instance?.description
        record(.address, note: address.instance?.description, address.findings)
    }

    mutating func record(_ probe: Probe, note: String? = nil, _ findings: [Finding] = []) {
        results[probe] = ProbeResult(probe, note: note, findings: findings)
        isOver = isOver || findings.contains { Self.ends.contains($0.code) && $0.severity > .warning }
    }

    private static let ends: Set<Finding.Code> = [
        .rateLimited, .cancelled, .hostNotFound, .connectionRefused, .tlsFailed, .invalidCredentials,
        .tokenExpired, .tokenRevoked, .blockedUser,
    ]

    mutating func fail(_ probe: Probe, _ error: GitLabError, _ client: WatchedClient) {
        record(probe, [client.finding(error)])
    }

    mutating func skip(_ probe: Probe, because note: String) {
        results[probe] = .skipped(probe, note: note)
    }

    /// The report, with all that was not asked as skipped.
    func finished() -> ConnectionReport {
        var report = report
        report.conclude(Probe.all.map { results[$0] ?? .skipped($0) })
        return report
    }

    /// Asks on as long as an answer leaves something to learn.
    mutating func ask(_ client: WatchedClient) async {
        guard let examination = await admitted(client) else { return judgeExpiry(client) }
        let client = examination.client
        judgeExpiry(client)
        if !isOver { await countGroups(client) }
        guard !isOver, let sample = await countProjects(client), !isOver else { return }
        await look(at: sample, examination)
        if !isOver { await askGraphQL(client) }
    }
}
