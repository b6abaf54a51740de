import MetricsCore
import Testing

@Suite("Which statement about a field wins")
struct FieldMergingTests {
    let project = ProjectKey("alpha", 1)

    @Test("unknown never overwrites, known to be none does")
    func unknownAndNone() {
        let base = MergeRequestRecord(id: MergeRequestKey("alpha", 1), project: project)
        var known = base
        known.closedAt = Register(Instant(secondsSince1970: 5), stamp: stamp(1))
        var none = base
        none.closedAt = Register(nil, stamp: stamp(2))
        #expect(known.merging(base).closedAt == known.closedAt)
        #expect(base.merging(known).closedAt == known.closedAt)
        #expect(known.merging(none).closedAt == none.closedAt)
        #expect(none.merging(known).closedAt == none.closedAt)
    }

    @Test("the later stamp wins: by time, then precision, then read")
    func stamps() {
        let ordered = [
            Stamp(updatedAt: 1, precision: .millisecond, readBegan: 99),
            Stamp(updatedAt: 2, precision: .second, readBegan: nil),
            Stamp(updatedAt: 2, precision: .second, readBegan: -1),
            Stamp(updatedAt: 2, precision: .millisecond, readBegan: nil),
            Stamp(updatedAt: 2, precision: .millisecond, readBegan: 7),
        ]
        for (earlier, later) in zip(ordered, ordered.dropFirst()) {
            let old = Register("z", stamp: earlier)
            let new = Register("a", stamp: later)
            #expect(old.merging(new) == new)
            #expect(new.merging(old) == new)
        }
    }

    @Test("under one stamp the content decides, the same both ways")
    func ties() {
        let contents: [String?] = [nil, "", "a", "b", "ä", "\u{0}", "null"]
        for one in contents {
            for other in contents {
                let left = Register(one, stamp: stamp(1))
                let right = Register(other, stamp: stamp(1))
                #expect(left.merging(right) == right.merging(left))
            }
        }
    }

    @Test("a higher rank wins whatever the stamps; the rank stays as evidence")
    func ranks() {
        typealias Finish = RankedRegister<Instant, DeploymentRecord.FinishSource>
        let sources: [DeploymentRecord.FinishSource] = [
            .updatedAt, .statusChangedAt, .jobFinishedAt, .finishedAt,
        ]
        for (lower, higher) in zip(sources, sources.dropFirst()) {
            let weak = Finish(Instant(secondsSince1970: 9), rank: lower, stamp: stamp(9))
            let strong = Finish(Instant(secondsSince1970: 1), rank: higher, stamp: stamp(1))
            #expect(weak.merging(strong) == strong)
            #expect(strong.merging(weak) == strong)
            #expect(weak.merging(strong).rank == higher)
        }
    }

    @Test("a terminal status beats one that is not; among equals the stamp decides")
    func statuses() {
        for one in DeploymentRecord.Status.allCases {
            for other in DeploymentRecord.Status.allCases {
                let old = deployment(one, 1)
                let new = deployment(other, 2)
                let expected = one.isTerminal && !other.isTerminal ? one : other
                #expect(old.merging(new).status?.value == expected)
                #expect(new.merging(old).status?.value == expected)
            }
        }
    }

    @Test("a job's status that it never leaves beats one it does, so late deliveries do no harm")
    func jobStatuses() {
        let cases = [
            ("running", "success", "success"), ("success", "running", "success"),
            ("skipped", "running", "running"), ("running", "skipped", "skipped"),
            ("failed", "canceled", "canceled"),
        ]
        for (one, other, expected) in cases {
            #expect(job(one, 1).merging(job(other, 2)).status?.value == expected)
            #expect(job(other, 2).merging(job(one, 1)).status?.value == expected)
        }
    }

    @Test("a project keeps every path it was seen under, whichever was seen first")
    func paths() {
        func seen(_ path: String, _ time: Int64) -> ProjectRecord {
            let summary = ProjectRecord.Summary(
                path: path, name: "a", webURL: nil, defaultBranch: nil, isArchived: false)
            return ProjectRecord(id: project, summary: Register(summary, stamp: stamp(time)))
        }
        let old = seen("group/old", 1)
        let new = seen("group/new", 2)
        #expect(!old.wasMoved && !old.merging(old).wasMoved)
        for both in [old.merging(new), new.merging(old)] {
            #expect(both.wasMoved && both.paths == ["group/new", "group/old"])
            #expect(both.summary?.value.path == "group/new")
        }
    }

    private func job(_ status: String, _ time: Int64) -> JobRecord {
        var record = JobRecord(
            id: JobKey("alpha", 1), project: project, pipeline: PipelineKey("alpha", 1))
        record.status = Register(status, stamp: stamp(time))
        return record
    }

    private func stamp(_ time: Int64) -> Stamp { Stamp(updatedAt: time, precision: .second, readBegan: nil) }

    private func deployment(_ status: DeploymentRecord.Status, _ time: Int64) -> DeploymentRecord {
        var record = DeploymentRecord(id: DeploymentKey("alpha", 1), project: project)
        record.status = Register(status, stamp: stamp(time))
        return record
    }
}
