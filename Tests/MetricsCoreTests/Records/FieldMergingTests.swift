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

    private func stamp(_ time: Int64) -> Stamp { Stamp(updatedAt: time, precision: .second, readBegan: nil) }

    private func deployment(_ status: DeploymentRecord.Status, _ time: Int64) -> DeploymentRecord {
        var record = DeploymentRecord(id: DeploymentKey("alpha", 1), project: project)
        record.status = Register(status, stamp: stamp(time))
        return record
    }
}
