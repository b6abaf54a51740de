import FakeGitLab
import Foundation
import MetricsCore
import WireFormat

/// What a backfill should know of a world, worked out from the world's own objects: a second opinion that shares
/// nothing with the code under test but the records.
struct WorldRecords {
    let world: World
    let instance: InstanceID
    let since: Instant

    func records(of project: Int) -> RecordSet {
        let key = ProjectKey(instance, project)
        var set = RecordSet()
        let environments = world.objects(.environments, in: project)
        let production = Set(environments.filter { $0.text("tier") == "production" }.map { $0.number("id") })
        for object in world.objects(.projects) where object.number("id") == Int64(project) {
            set.insert(record(project: object, key))
        }
        for object in environments { set.insert(record(environment: object, key)) }
        let deployments = deployments(project, production)
        var carried: Set<Int64> = []
        let all = world.objects(.mergeRequests, in: project)
        let existing = Set(all.map { $0.number("id") })
        for object in deployments {
            set.insert(record(deployment: object, key))
            guard object.text("status") == "success", object.isRecent(since),
                production.contains(object["environment"]?.number("id") ?? 0)
            else { continue }
            let ids = world.mergeRequestIDs(ofDeployment: Int(object.number("id"))).map { Int64($0) }
                .filter(existing.contains)
            carried.formUnion(ids)
            let subject = RecordReference.deployment(DeploymentKey(instance, object.number("id")))
            set.insert(listing(.mergeRequest, subject, .ids(ids.sorted()), key))
        }
        for object in all
        where object.text("state") == "opened" || object.isRecent(since)
            || carried.contains(object.number("id"))
        {
            set.merge(records(mergeRequest: object, key))
        }
        for object in world.objects(.issues, in: project)
        where object.text("state") == "opened" || object.isRecent(since) {
            set.insert(record(issue: object, key))
        }
        for object in world.objects(.pipelines, in: project) where object.isRecent(since) {
            set.insert(record(pipeline: object, key))
        }
        for object in world.objects(.commits, in: project)
        where (object.instant("committed_date") ?? .distantPast) >= since {
            set.insert(record(commit: object, key))
        }
        for kind in RecordKind.covered { set.insert(coverage(kind, key)) }
        return set
    }

    private func deployments(_ project: Int, _ production: Set<Int64>) -> [JSONValue] {
        let all = world.objects(.deployments, in: project)
        let before = production.compactMap { environment in
            all.filter {
                $0.text("status") == "success" && !$0.isRecent(since)
                    && $0["environment"]?.number("id") == environment
            }.max {
                ($0.milliseconds("updated_at"), $0.number("id")) < (
                    $1.milliseconds("updated_at"), $1.number("id")
                )
            }
        }
        return all.filter { $0.isRecent(since) } + before
    }

    func listing(
        _ children: RecordKind, _ subject: RecordReference, _ members: ListingRecord.Members,
        _ key: ProjectKey
    ) -> ListingRecord {
        ListingRecord(
            id: .init(subject: subject, children: children), project: key, began: 0, members: members)
    }

    private func coverage(_ kind: RecordKind, _ key: ProjectKey) -> CoverageRecord {
        let since = [.project, .environment].contains(kind) ? Instant.distantPast : since
        return CoverageRecord(
            id: .init(project: key, kind: kind),
            extent: known(.init(status: .complete, since: since, until: .distantPast)))
    }
}

extension RecordKind {
    /// The kinds of which a backfill says how much it knows.
    static let covered: [RecordKind] = [
        .project, .environment, .mergeRequest, .note, .approvals, .commit, .deployment, .issue, .pipeline,
    ]
}

/// Stamps do not count in comparisons.
func known<Value>(_ value: Value) -> Register<Value> { Register(value, stamp: .none) }

extension JSONValue {
    func text(_ key: String) -> String? { self[key]?.stringValue }
    func number(_ key: String) -> Int64 { Int64(self[key]?.intValue ?? 0) }
    func optionalNumber(_ key: String) -> Int64? { (self[key]?.intValue).map { Int64($0) } }
    func flag(_ key: String) -> Bool { self[key]?.boolValue ?? false }
    func list(_ key: String) -> [JSONValue] { self[key]?.arrayValue ?? [] }

    /// Whole seconds of `2026-01-10T12:00:00.123Z` or `2026-01-10T14:00:00.000+02:00`.
    func instant(_ key: String) -> Instant? { parts(key).map { Instant(secondsSince1970: $0.seconds) } }

    func milliseconds(_ key: String) -> Int64 { parts(key).map { $0.seconds * 1000 + $0.milliseconds } ?? 0 }

    /// The fields of a date stand in fixed columns.
    private func parts(_ key: String) -> (seconds: Int64, milliseconds: Int64)? {
        guard let bytes = text(key).map({ Array($0.utf8) }), bytes.count >= 20 else { return nil }
        func number(_ columns: Range<Int>) -> Int64 {
            bytes[columns].reduce(0) { $0 * 10 + Int64($1) - 48 }
        }
        // Days since 1970-01-01, counting years from March so that leap days come last.
        let month = number(5..<7)
        let year = month > 2 ? number(0..<4) : number(0..<4) - 1
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + number(8..<10) - 1
        let days = year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
        var seconds = days * 86_400 + number(11..<13) * 3600 + number(14..<16) * 60 + number(17..<19)
        if bytes[bytes.count - 6] == UInt8(ascii: "+") || bytes[bytes.count - 6] == UInt8(ascii: "-") {
            let offset =
                number(bytes.count - 5..<bytes.count - 3) * 60 + number(bytes.count - 2..<bytes.count)
            seconds -= (bytes[bytes.count - 6] == UInt8(ascii: "+") ? 60 : -60) * offset
        }
        return (seconds, bytes[19] == UInt8(ascii: ".") ? number(20..<23) : 0)
    }

    func isRecent(_ since: Instant) -> Bool { milliseconds("updated_at") >= since.secondsSince1970 * 1000 }

    var account: Account? {
        guard case .object = self else { return nil }
        return Account(id: number("id"), username: text("username") ?? "")
    }

    func account(_ key: String) -> Account? { self[key]?.account }
    func accounts(_ key: String) -> [Account] { list(key).compactMap(\.account).sorted() }
}
