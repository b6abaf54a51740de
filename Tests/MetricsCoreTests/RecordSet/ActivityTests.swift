import MetricsCore
import StorageConformance
import Testing

@Suite("What metrics of a period read")
struct ActivityTests {
    @Test("a longer period reads exactly what its parts read", arguments: seeds)
    func parts(seed: UInt64) {
        var generator = RecordGenerator(seed: seed)
        let records = generator.set(of: 120)[RecordGenerator.projects[0]]
        for _ in 0..<10 {
            let cuts = [generator.instant(), generator.instant(), generator.instant()].sorted()
            let whole = records.active(in: cuts[0]..<cuts[2])
            let first = records.active(in: cuts[0]..<cuts[1])
            let second = records.active(in: cuts[1]..<cuts[2])
            #expect(whole.references == first.references.union(second.references))
        }
    }

    @Test(
        "it reads nothing but what is stored, as it is stored, and reading twice is reading once",
        arguments: seeds)
    func subset(seed: UInt64) {
        var generator = RecordGenerator(seed: seed)
        let records = generator.set(of: 120)[RecordGenerator.projects[0]]
        let period = generator.period()
        let active = records.active(in: period)
        let references = active.references
        #expect(active.isIdentical(to: records.filter { reference, _ in references.contains(reference) }))
        #expect(active.active(in: period).isIdentical(to: active))
    }

    @Test("the index finds the same, whatever was merged and removed since it was made", arguments: seeds)
    func index(seed: UInt64) {
        var generator = RecordGenerator(seed: seed)
        generator.step = generator.pick([1, 1_000_000])
        generator.tombstones = 5
        let project = RecordGenerator.projects[0]
        var set = generator.set(of: 60)
        var index = ActivityIndex(of: set[project])
        for _ in 0..<5 {
            let changes = set.merge(generator.set(of: 20))
            index.update(before: changes.before[project], after: changes.after[project])
            let period = generator.period()
            let expected = set[project].active(in: period)
            #expect(index.active(in: period, of: set[project]).isIdentical(to: expected))
        }
    }

    @Test("merge requests and issues: open, or changed since the start, and created before the end")
    func spans() {
        // state, created, updated, in 10..<20
        let cases: [(MergeRequestRecord.State, Int64, Int64, Bool)] = [
            (.opened, 1, 2, true), (.merged, 1, 9, false), (.merged, 1, 10, true), (.closed, 19, 19, true),
            (.opened, 20, 20, false), (.merged, 20, 25, false), (.merged, 5, 50, true),
        ]
        for (state, created, updated, expected) in cases {
            let set = RecordSet([mergeRequest(1, state, created, updated)])
            #expect(set[project].active(in: period).mergeRequests.isEmpty == !expected)
        }
        let unknown = RecordSet([MergeRequestRecord(id: MergeRequestKey("alpha", 1), project: project)])
        #expect(unknown[project].active(in: period).mergeRequests.count == 1)
    }

    @Test("deployments: the last success before the start, per environment, and what it carries")
    func lastSuccess() {
        var set = RecordSet([
            deployment(1, .success, 1, in: 1), deployment(2, .success, 9, in: 1),
            deployment(3, .failed, 9, in: 1),
            deployment(4, .success, 2, in: 2), deployment(5, .running, 3, in: 1),
            deployment(6, .success, 10, in: 1),
            deployment(7, .success, 20, in: 1),
        ])
        set.insert(mergeRequest(8, .merged, 1, 2))
        set.insert(mergeRequest(9, .merged, 1, 2))
        set.insert(
            ListingRecord(
                id: .init(subject: .deployment(DeploymentKey("alpha", 2)), children: .mergeRequest),
                project: project, began: 0, members: .ids([8])))
        let active = set[project].active(in: period)
        #expect(Set(active.deployments.map(\.id.id)) == [2, 4, 5, 6])
        #expect(active.mergeRequests.map(\.id.id) == [8])
        #expect(active.listings.count == 1)
    }

    @Test("commits: made in the period, or listed by what is read")
    func commits() {
        var set = RecordSet([commit("old", 1), commit("listed", 2), commit("new", 10), commit("later", 20)])
        set.insert(mergeRequest(1, .opened, 1, 2))
        set.insert(
            ListingRecord(
                id: .init(subject: .mergeRequest(MergeRequestKey("alpha", 1)), children: .commit),
                project: project, began: 0, members: .shas(["listed", "unknown"])))
        let active = set[project].active(in: period)
        #expect(Set(active.commits.map(\.id.sha)) == ["listed", "new"])
    }

    @Test("jobs come with their pipeline, events with their subject or by their instant")
    func children() {
        var set = RecordSet([mergeRequest(1, .opened, 1, 2), mergeRequest(2, .merged, 1, 2)])
        for (id, created) in [(1, 1), (2, 12)] as [(Int, Int64)] {
            var pipeline = PipelineRecord(id: PipelineKey("alpha", id), project: project)
            pipeline.summary = Register(
                .init(
                    iid: nil, status: "success", sha: "s", createdAt: Instant(secondsSince1970: created)),
                stamp: .none)
            set.insert(pipeline)
            set.insert(JobRecord(id: JobKey("alpha", id), project: project, pipeline: pipeline.id))
            let subject = RecordReference.mergeRequest(MergeRequestKey("alpha", id))
            set.insert(
                LabelEventRecord(
                    id: .init("alpha", id), project: project, subject: subject,
                    createdAt: Instant(secondsSince1970: 1),
                    change: Register(.init(label: "a", isAdded: true), stamp: .none)))
            for (offset, spent) in [(0, 1), (10, 12)] as [(Int, Int64)] {
                set.insert(
                    TimeLogRecord(
                        id: TimeLogKey("alpha", id + offset), project: project, subject: subject,
                        facts: Register(
                            .init(user: nil, seconds: 60, spentAt: Instant(secondsSince1970: spent)),
                            stamp: .none)))
            }
            set.insert(
                ActivityEventRecord(
                    id: ActivityEventKey("alpha", id), project: project,
                    createdAt: Instant(secondsSince1970: created),
                    facts: Register(.init(author: nil, action: "opened"), stamp: .none)))
        }
        let active = set[project].active(in: period)
        #expect(active.jobs.map(\.id.id) == [2])
        #expect(active.labelEvents.map(\.id.id) == [1])
        #expect(Set(active.timeLogs.map(\.id.id)) == [1, 11, 12])
        #expect(active.activityEvents.map(\.id.id) == [2])
    }

    let project = ProjectKey("alpha", 1)
    let period = Instant(secondsSince1970: 10)..<Instant(secondsSince1970: 20)

    private func mergeRequest(
        _ id: Int, _ state: MergeRequestRecord.State, _ created: Int64, _ updated: Int64
    ) -> MergeRequestRecord {
        var record = MergeRequestRecord(id: MergeRequestKey("alpha", id), project: project)
        record.summary = Register(
            .init(
                iid: 1, title: "", state: state, isDraft: false,
                createdAt: Instant(secondsSince1970: created),
                updatedAt: Instant(secondsSince1970: updated), sourceBranch: "b", targetBranch: "main",
                sourceProject: nil), stamp: .none)
        return record
    }

    private func deployment(
        _ id: Int, _ status: DeploymentRecord.Status, _ at: Int64, in environment: Int
    ) -> DeploymentRecord {
        var record = DeploymentRecord(id: DeploymentKey("alpha", id), project: project)
        record.origin = Register(
            .init(
                iid: nil, environment: EnvironmentKey("alpha", environment), ref: nil, sha: "s",
                createdAt: Instant(secondsSince1970: at)), stamp: .none)
        record.status = Register(status, stamp: .none)
        if status.isTerminal {
            record.finish = RankedRegister(Instant(secondsSince1970: at), rank: .finishedAt, stamp: .none)
        }
        return record
    }

    private func commit(_ sha: String, _ at: Int64) -> CommitRecord {
        let at = Instant(secondsSince1970: at)
        return CommitRecord(
            id: CommitKey(project, sha),
            facts: Register(
                .init(
                    title: "", authorName: nil, authorEmail: nil, authoredAt: at.advanced(bySeconds: -9)),
                stamp: .none),
            committedAt: Register(at, stamp: .none))
    }
}
