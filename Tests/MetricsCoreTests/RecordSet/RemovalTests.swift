import MetricsCore
import StorageConformance
import Testing

@Suite("What the host removed stays removed")
struct RemovalTests {
    @Test("a late fact does not bring it back, whichever came first", arguments: seeds)
    func lateFacts(seed: UInt64) {
        var generator = RecordGenerator(seed: seed)
        generator.tombstones = 0
        let set = generator.set(of: 40)
        let late = generator.set(of: 40)
        let project = generator.pick(RecordGenerator.projects)
        let tombstones = RecordSet([generator.tombstone(in: project), generator.tombstone(in: project)])
        let removedFirst = tombstones.merging(set).merging(late)
        let removedLast = set.merging(late).merging(tombstones)
        let removedBetween = set.merging(tombstones).merging(late)
        #expect(removedFirst.isIdentical(to: removedLast))
        #expect(removedFirst.isIdentical(to: removedBetween))
        let buried = Set(tombstones[project].tombstones.map(\.id))
        let left = removedLast[project].filter { reference, parent in
            buried.contains(reference) || parent.map(buried.contains) ?? false
        }
        #expect(left.isEmpty)
    }

    @Test("a set's tombstones remove all of it", arguments: seeds)
    func all(seed: UInt64) {
        var generator = RecordGenerator(seed: seed)
        generator.tombstones = 0
        var set = generator.set(of: 60)
        let before = set
        let tombstones = set.tombstones(at: Instant(secondsSince1970: 3))
        let changes = set.merge(tombstones)
        #expect(set.isIdentical(to: tombstones))
        #expect(changes.before.isIdentical(to: before))
        #expect(changes.after.isIdentical(to: tombstones))
        #expect(set.merge(before).isEmpty)
        #expect(set.tombstones(at: Instant(secondsSince1970: 4)).isEmpty)
    }

    @Test("children of what is removed need no tombstone of their own")
    func children() {
        let project = ProjectKey("alpha", 1)
        let record = MergeRequestRecord(id: MergeRequestKey("alpha", 1), project: project)
        let note = NoteRecord(
            id: NoteKey("alpha", 1), project: project, subject: record.reference,
            createdAt: Instant(secondsSince1970: 0), facts: Register(.init(author: nil), stamp: .none))
        let now = Instant(secondsSince1970: 9)
        var set = RecordSet([record])
        set.insert(note)
        let tombstones = set.tombstones(at: now)[project].tombstones
        #expect(tombstones.map(\.id) == [record.reference])
        #expect(tombstones.map(\.removedAt) == [now])
        #expect(RecordSet([note]).tombstones(at: now)[project].tombstones.map(\.id) == [note.reference])
    }

    @Test("the first removal's time is kept")
    func time() {
        let project = ProjectKey("alpha", 1)
        func tombstone(_ seconds: Int64) -> RecordSet {
            RecordSet([
                Tombstone(
                    id: .project(project), project: project, removedAt: Instant(secondsSince1970: seconds))
            ])
        }
        for set in [tombstone(1).merging(tombstone(2)), tombstone(2).merging(tombstone(1))] {
            #expect(set[project].tombstones.map(\.removedAt.secondsSince1970) == [1])
        }
    }
}
