import MetricsCore
import Testing

/// What holds for the activities of any records.
@Suite struct ActivityLawTests {
    private func history(_ seed: UInt64) -> History {
        var random = PseudoRandom(seed: seed)
        return History.told(project: 3, using: &random)
    }

    @Test("Neither the order of records nor their arriving twice changes anything", arguments: seeds)
    func order(seed: UInt64) {
        let history = history(seed)
        var random = PseudoRandom(seed: seed + 1)
        let records = history.records[history.project].reordered(using: &random)
        let told = records.activities(of: history.project, in: Activity.ever)
        #expect(told == history.records[history.project].activities(of: history.project, in: Activity.ever))
        #expect(!told.isEmpty)
    }

    @Test("Each stands there once, the newest first", arguments: seeds)
    func once(seed: UInt64) {
        let activities = history(seed).activities()
        #expect(Set(activities.map(\.id)).count == activities.count)
        #expect(zip(activities, activities.dropFirst()).allSatisfy { $0.position < $1.position })
        #expect(activities.map(\.at) == activities.map(\.at).sorted(by: >))
    }

    @Test(
        "Those of a period are those of all time that lie in it",
        arguments: seeds)
    func periods(seed: UInt64) {
        let history = history(seed)
        let all = history.records[history.project]
        var random = PseudoRandom(seed: seed)
        let start = Int.random(in: -5...25, using: &random)
        let period = history.period(days: start..<(start + Int.random(in: 0...9, using: &random))).range
        let expected = all.activities(of: history.project, in: Activity.ever).filter {
            period.contains($0.at)
        }
        #expect(all.activities(of: history.project, in: period) == expected)
    }

    @Test("What one record alone tells is what a look at each of them finds", arguments: seeds)
    func singleRecords(seed: UInt64) {
        let history = history(seed)
        let records = history.records[history.project]
        func live(_ subject: RecordReference) -> Bool {
            records.mergeRequests.contains { $0.reference == subject && $0.existence?.value != .gone }
                || records.issues.contains { $0.reference == subject && $0.existence?.value != .gone }
        }
        let comments = records.notes.filter {
            $0.facts.value.activity == nil && records.isLive($0) && live($0.subject)
        }
        let expected: [Activity.Kind: [RecordReference]] = [
            .mergeRequestOpened: records.mergeRequests.map(\.reference).filter(live),
            .issueCreated: records.issues.map(\.reference),
            .mergeRequestCommented: comments.filter { $0.subject.kind == .mergeRequest }.map(\.reference),
            .issueCommented: comments.filter { $0.subject.kind == .issue }.map(\.reference),
            .merged: records.mergeRequests.filter { $0.merge?.value.at != nil }.map(\.reference).filter(live),
            .timeLogged: records.timeLogs.map(\.reference),
            .committed: records.commits.filter { ($0.parents?.value.count ?? 0) < 2 }.map(\.reference),
            .released: records.releases.map(\.reference),
            .pipelineRun: records.pipelines.map(\.reference),
            .deployed: records.deployments.map(\.reference),
        ]
        let found = Dictionary(
            grouping: records.activities(of: history.project, in: Activity.ever), by: \.kind)
        for (kind, references) in expected {
            #expect(found[kind, default: []].map(\.record).sorted() == references.sorted(), "\(kind)")
        }
    }

    @Test("Records of the kinds named tell all of it, others add nothing", arguments: seeds.prefix(5))
    func kinds(seed: UInt64) {
        let history = history(seed)
        let all = history.records[history.project]
        let some = all.only(Activity.recordKinds)
        #expect(
            some.activities(of: history.project, in: Activity.ever)
                == all.activities(of: history.project, in: Activity.ever))
        for kind in Activity.recordKinds.subtracting([.project, .user, .environment, .listing]) {
            #expect(
                all.only(Activity.recordKinds.subtracting([kind])).activities(
                    of: history.project, in: Activity.ever)
                    != all.activities(of: history.project, in: Activity.ever), "\(kind)")
        }
    }

    @Test("Instants at the ends of time are told, not trapped on", arguments: [Int.min, -1, Int.max])
    func endsOfTime(seconds: Int) {
        let far = Instant(secondsSince1970: Int64(seconds))
        var history = History()
        history.mergeRequest(4, created: 0)
        for (id, at) in [far, History.start, Instant(secondsSince1970: 0)].enumerated() {
            history.insert(
                NoteRecord(
                    id: NoteKey("alpha", id), project: history.project, subject: history.mergeRequest(4),
                    createdAt: at, facts: Register(.init(author: nil, activity: .approved), stamp: .none)))
            history.insert(
                ProvisionalEvent(
                    id: .init(instance: "alpha", delivery: "far", index: id), project: history.project,
                    mergeRequest: MergeRequestKey("alpha", 4), activity: .approved, actor: nil,
                    at: Instant(secondsSince1970: .min), received: .max))
        }
        let records = history.records[history.project]
        let approvals = records.activities(of: history.project, in: Activity.ever)
            .filter { $0.kind == .approved }
        #expect(approvals.contains { $0.at == far } == (seconds < .max))
    }
}
