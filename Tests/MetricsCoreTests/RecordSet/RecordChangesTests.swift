import MetricsCore
import StorageConformance
import Testing

@Suite("What a merge reports")
struct RecordChangesTests {
    @Test("taking the change back restores the facts", arguments: seeds)
    func reversible(seed: UInt64) {
        var generator = RecordGenerator(seed: seed)
        generator.tombstones = 10
        let before = generator.set(of: 40)
        for _ in 0..<5 {
            var set = before
            let changes = set.merge(generator.set(of: 10))
            set.revert(changes)
            #expect(set == before)
            #expect(set.count == before.count)
        }
    }

    @Test(
        "no change is reported only if the facts are the same, and what is reported is so", arguments: seeds)
    func exact(seed: UInt64) {
        var generator = RecordGenerator(seed: seed)
        generator.tombstones = 10
        let before = generator.set(of: 60)
        for _ in 0..<10 {
            var after = before
            let changes = after.merge(generator.set(of: 2))
            if changes.isEmpty { #expect(before == after) }
            for project in changes.projects {
                let touched = changes.before[project].references.union(changes.after[project].references)
                let was = before[project].filter { reference, _ in touched.contains(reference) }
                let now = after[project].filter { reference, _ in touched.contains(reference) }
                #expect(was.isIdentical(to: changes.before[project]))
                #expect(now.isIdentical(to: changes.after[project]))
            }
        }
    }

    @Test("learning the same again is no change")
    func relearning() {
        let project = ProjectKey("alpha", 1)
        var record = MergeRequestRecord(id: MergeRequestKey("alpha", 1), project: project)
        record.webURL = Register("u", stamp: Stamp(updatedAt: 1, precision: .second, readBegan: nil))
        record.existence = Register(.present, stamp: Stamp(readBegan: 1))
        var set = RecordSet([record])
        record.webURL?.stamp = Stamp(updatedAt: 1, precision: .millisecond, readBegan: 5)
        record.existence?.stamp = Stamp(readBegan: 5)
        #expect(set.merge(RecordSet([record])).isEmpty)
        #expect(set[project].mergeRequests[record.id] == record)
    }

    @Test("a listing read again without new members is reported when it ends a life")
    func endedLife() {
        let project = ProjectKey("alpha", 1)
        let subject = RecordReference.mergeRequest(MergeRequestKey("alpha", 1))
        func listing(began: Int64) -> ListingRecord {
            ListingRecord(
                id: .init(subject: subject, children: .note), project: project, began: began,
                members: .ids([1]))
        }
        func note(_ id: Int, at seconds: Int64) -> NoteRecord {
            NoteRecord(
                id: NoteKey("alpha", id), project: project, subject: subject,
                createdAt: Instant(secondsSince1970: seconds),
                facts: Register(.init(author: nil), stamp: .none))
        }
        let event = ProvisionalEvent(
            id: .init(instance: "alpha", delivery: "d", index: 0), project: project,
            mergeRequest: MergeRequestKey("alpha", 1), activity: .approved, actor: nil,
            at: Instant(secondsSince1970: 20), received: 20_000)
        let read = RecordSet([listing(began: 10_000)]).merging(RecordSet([note(1, at: 1)]))

        var quiet = read
        #expect(quiet.merge(RecordSet([listing(began: 30_000)])).isEmpty)

        for late in [RecordSet([note(2, at: 20)]), RecordSet([event])] {
            var set = read.merging(late)
            let changes = set.merge(RecordSet([listing(began: 30_000)]))
            #expect(changes.before[project].listings.rows.map(\.began) == [10_000])
            #expect(changes.after[project].listings.rows.map(\.began) == [30_000])
            #expect(set == read)
            set.revert(changes)
            #expect(set == read.merging(late))
        }
    }
}
