import MetricsCore
import StorageConformance
import Testing

@Suite("Record sets merge by the laws")
struct MergingLawsTests {
    @Test("any order with any repetition ends in the same records", arguments: seeds)
    func shuffles(seed: UInt64) {
        var generator = RecordGenerator(seed: seed)
        let statements = generator.statements(9)
        let expected = merged(statements)
        for _ in 0..<400 {
            let repeated = statements + (0..<3).map { _ in generator.pick(statements) }
            let shuffled = merged(repeated.shuffled(using: &generator.random))
            #expect(shuffled.isIdentical(to: expected))
        }
    }

    @Test("any grouping ends in the same records", arguments: seeds)
    func groupings(seed: UInt64) {
        var generator = RecordGenerator(seed: seed)
        generator.tombstones = 10
        let statements = generator.statements(20)
        let expected = merged(statements)
        for _ in 0..<10 {
            var groups = statements
            while groups.count > 1 {
                let one = groups.remove(at: Int(generator.number(0...Int64(groups.count - 1))))
                let other = groups.remove(at: Int(generator.number(0...Int64(groups.count - 1))))
                groups.append(one.merging(other))
            }
            #expect(groups[0].isIdentical(to: expected))
        }
    }

    @Test("merging a set into itself, or what it holds already, changes nothing", arguments: seeds)
    func idempotence(seed: UInt64) {
        var generator = RecordGenerator(seed: seed)
        let set = generator.set(of: 60)
        var again = set
        #expect(again.merge(set).isEmpty)
        #expect(again.isIdentical(to: set))
        for part in generator.statements(20) {
            var once = set
            once.merge(part)
            var twice = once
            #expect(twice.merge(part).isEmpty)
            #expect(twice.isIdentical(to: once))
        }
    }

    @Test("one project's records merge by the same laws", arguments: seeds)
    func projects(seed: UInt64) {
        var generator = RecordGenerator(seed: seed)
        let project = RecordGenerator.projects[0]
        let first = generator.set(of: 80)[project]
        let second = generator.set(of: 80)[project]
        func set(_ records: ProjectRecords) -> RecordSet { RecordSet(projects: [project: records]) }
        let there = set(first).merging(set(second))[project]
        let back = set(second).merging(set(first))[project]
        #expect(there.isIdentical(to: back))
        #expect(there == back)
    }

    @Test("inserting record by record is merging", arguments: seeds)
    func inserting(seed: UInt64) {
        var generator = RecordGenerator(seed: seed)
        let project = RecordGenerator.projects[1]
        let notes = (0..<20).map { _ in generator.note(in: project) }
        let tombstone = Tombstone(
            id: notes[0].reference, project: project, removedAt: Instant(secondsSince1970: 0))
        var inserted = RecordSet(notes.dropFirst(10))
        inserted.insert(tombstone)
        for note in notes.prefix(10) { inserted.insert(note) }
        #expect(inserted.isIdentical(to: RecordSet(notes).merging(RecordSet([tombstone]))))
        #expect(inserted[project].notes[notes[0].id] == nil)
    }

    @Test("two instances with equal ids are two worlds")
    func instances() {
        var generator = RecordGenerator(seed: 5)
        let alpha = generator.mergeRequest(in: ProjectKey("alpha", 1))
        var beta = MergeRequestRecord(
            id: MergeRequestKey("beta", alpha.id.id), project: ProjectKey("beta", 1))
        beta.webURL = Register("beta's own", stamp: Stamp(readBegan: 9))
        let tombstone = Tombstone(
            id: alpha.reference, project: alpha.project, removedAt: Instant(secondsSince1970: 0))
        var set = RecordSet([alpha]).merging(RecordSet([beta]))
        #expect(set.count == 2)
        #expect(set[beta.project].mergeRequests[beta.id] == beta)
        set.merge(RecordSet([tombstone]))
        #expect(set[alpha.project].mergeRequests.isEmpty)
        #expect(set[beta.project].mergeRequests[beta.id] == beta)
    }

    private func merged(_ statements: some Sequence<RecordSet>) -> RecordSet {
        statements.reduce(into: RecordSet()) { $0.merge($1) }
    }
}
