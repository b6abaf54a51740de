import MetricsCore
import StorageConformance
import Testing

@Suite("Two sets are equal if they state the same facts")
struct EqualityTests {
    let project = ProjectKey("alpha", 1)
    let mergeRequest = MergeRequestKey("alpha", 1)
    var subject: RecordReference { .mergeRequest(mergeRequest) }

    @Test("stamps do not count")
    func stamps() {
        #expect(RecordSet([note(1, stamp: .none)]) == RecordSet([note(1, stamp: Stamp(readBegan: 5))]))
    }

    @Test("contents count")
    func contents() {
        #expect(RecordSet([note(1)]) != RecordSet([note(2)]))
        #expect(RecordSet([note(1)]) != RecordSet())
    }

    @Test("superseded provisional events do not count, others do")
    func superseded() {
        let event = ProvisionalEvent(
            id: .init(instance: "alpha", delivery: "d", index: 0), project: project,
            mergeRequest: mergeRequest, activity: .approved, actor: nil, at: Instant(secondsSince1970: 5),
            received: 5_000)
        for (began, equal) in [(4_999, false), (5_000, false), (5_001, true)] as [(Int64, Bool)] {
            let read = RecordSet([notes([], began: began)])
            #expect((read == read.merging(RecordSet([event]))) == equal)
        }
        #expect(RecordSet([event]) != RecordSet())
    }

    @Test(
        "a child lives if it stands in the newest listing or came in or after the second in which that began")
    func liveness() {
        let read = RecordSet([notes([1], began: 10_900)])
        #expect(read.merging(RecordSet([note(2, at: 9)])) == read)
        #expect(read.merging(RecordSet([note(2, at: 10)])) != read)
        #expect(read.merging(RecordSet([note(1, at: 9)])) != read)

        let later = read.merging(RecordSet([notes([1, 2], began: 20_000)]))
        #expect(later.merging(RecordSet([note(2, at: 9)])) != later)
        let older = later.merging(RecordSet([notes([], began: 1_000)]))
        #expect(older == later)
    }

    @Test("what GitLab no longer shows does not count, nor what hangs on it")
    func gone() {
        var record = MergeRequestRecord(id: mergeRequest, project: project)
        record.existence = Register(.gone, stamp: Stamp(readBegan: 2))
        let approvals = ApprovalsRecord(
            id: mergeRequest, project: project, by: Register([], stamp: .none))
        var set = RecordSet([record])
        set.insert(note(1))
        set.insert(approvals)
        set.insert(notes([1], began: 1))
        #expect(set == RecordSet())
        record.existence = Register(.present, stamp: Stamp(readBegan: 3))
        set.insert(record)
        #expect(set != RecordSet())
    }

    @Test("nor does a branch, tag, release, milestone, member or booking that is gone")
    func deleted() {
        var generator = RecordGenerator(seed: 5)
        func check<Record: Deletable>(_ record: Record) {
            var record = record
            record.existence = Register(.gone, stamp: Stamp(readBegan: 2))
            var set = RecordSet([record])
            #expect(set == RecordSet())
            record.existence = Register(.present, stamp: Stamp(readBegan: 3))
            set.insert(record)
            #expect(set != RecordSet())
            record.existence = nil
            #expect(set == RecordSet([record]))
        }
        check(generator.branch(in: project))
        check(generator.tag(in: project))
        check(generator.release(in: project))
        check(generator.milestone(in: project))
        check(generator.member(in: project))
        check(generator.timeLog(in: project))
    }

    @Test("equality ignores the order of arrival and agrees with itself", arguments: seeds)
    func agrees(seed: UInt64) {
        var generator = RecordGenerator(seed: seed)
        let set = generator.set(of: 50)
        #expect(set == set)
        let settled = RecordSet(projects: set.projects.mapValues(\.settled))
        #expect(settled == set)
        for project in settled.projects.values { #expect(project.settled.isIdentical(to: project)) }
    }

    private func note(_ id: Int, at seconds: Int64 = 0, stamp: Stamp = .none) -> NoteRecord {
        NoteRecord(
            id: NoteKey("alpha", id), project: project, subject: subject,
            createdAt: Instant(secondsSince1970: seconds), facts: Register(.init(author: nil), stamp: stamp))
    }

    private func notes(_ ids: [Int64], began: Int64) -> ListingRecord {
        ListingRecord(
            id: .init(subject: subject, children: .note), project: project, began: began, members: .ids(ids))
    }
}
