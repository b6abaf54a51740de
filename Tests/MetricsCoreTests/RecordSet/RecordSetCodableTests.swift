import Foundation
import MetricsCore
import StorageConformance
import Testing

@Suite("Record sets at rest")
struct RecordSetCodableTests {
    @Test("decode to what was encoded, to the last stamp", arguments: seeds)
    func roundTrip(seed: UInt64) throws {
        var generator = RecordGenerator(seed: seed)
        let set = generator.set(of: 100)
        let decoded = try JSONDecoder().decode(RecordSet.self, from: encode(set))
        #expect(decoded.isIdentical(to: set))
        #expect(decoded == set)
    }

    @Test("identical sets encode alike, whatever the order they came in", arguments: seeds.prefix(10))
    func canonical(seed: UInt64) throws {
        var generator = RecordGenerator(seed: seed)
        let statements = generator.statements(20)
        func merged(_ sets: [RecordSet]) -> RecordSet { sets.reduce(RecordSet()) { $0.merging($1) } }
        #expect(try encode(merged(statements)) == encode(merged(statements.reversed())))
    }

    @Test("every format decodes forever", arguments: [(1, RecordSet.exampleOfFormat1), (2, .example)])
    func frozen(format: Int, example: RecordSet) throws {
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures")
        let data = try Data(contentsOf: fixtures.appending(path: "record-set-format-\(format).json"))
        let decoded = try JSONDecoder().decode(RecordSet.self, from: data)
        #expect(decoded.isIdentical(to: example))
        #expect(decoded[ProjectKey("alpha", 1)].tombstones.count == 1)
    }

    @Test("the newest frozen file holds every kind", arguments: RecordKind.allCases)
    func complete(kind: RecordKind) {
        #expect(RecordSet.example[ProjectKey("alpha", 1)].count(of: kind) > 0)
    }

    @Test("a newer format is refused, not misread")
    func newer() {
        let data = Data(#"{"format": 3, "projects": []}"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(RecordSet.self, from: data) }
    }

    private func encode(_ set: RecordSet) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return try encoder.encode(set)
    }
}
