import MetricsCore
import StorageConformance
import Testing

/// Three statements about one thing, merged in every way, for each kind of record.
@Suite("Every record merges by the laws")
struct RecordMergingTests {
    @Test("in any order, in any grouping, any number of times", arguments: RecordKind.allCases)
    func laws(of kind: RecordKind) {
        var generator = RecordGenerator(seed: 7)
        let project = RecordGenerator.projects[0]
        check(generator.record(of: kind, in: project))

        func check<Record: MetricsRecord>(_ first: Record) {
            var statements: [Record.ID: [Record]] = [first.id: [first]]
            for _ in 0..<(seeds.count * 10) {
                guard let record = generator.record(of: kind, in: project) as? Record else { continue }
                statements[record.id, default: []].append(record)
            }
            var triples = 0
            for same in statements.values {
                for (first, (second, third)) in zip(same, zip(same.dropFirst(), same.dropFirst(2))) {
                    triples += 1
                    #expect(first.merging(first) == first)
                    #expect(first.merging(second) == second.merging(first))
                    #expect(
                        first.merging(second).merging(third) == first.merging(second.merging(third)))
                    #expect(first.merging(second).merging(second) == first.merging(second))
                    #expect(first.merging(second).reference == first.reference)
                    #expect(first.unstamped.unstamped == first.unstamped)
                }
            }
            #expect(triples > seeds.count)
        }
    }

    @Test("statements that disagree about what GitLab never changes still meet")
    func disagreement() {
        var generator = RecordGenerator(seed: 3)
        let project = RecordGenerator.projects[0]
        let note = generator.note(in: project)
        let other = NoteRecord(
            id: note.id, project: project, subject: .issue(IssueKey("alpha", 99)),
            createdAt: note.createdAt.advanced(bySeconds: -1), facts: note.facts)
        #expect(note.merging(other) == other.merging(note))
        #expect(note.merging(other).subject == other.subject)

        let event = generator.provisionalEvent(in: project)
        let changed = ProvisionalEvent(
            id: event.id, project: project, mergeRequest: event.mergeRequest, activity: .merged, actor: nil,
            at: event.at, received: event.received - 1)
        #expect(event.merging(changed) == changed.merging(event))
        #expect(event.merging(changed).received == changed.received)
    }
}
