import Foundation
import MetricsCore
import MetricsStorage
import Testing

@Suite("Inbox entries at rest")
struct InboxEntryTests {
    static let entry = InboxEntry(
        id: InboxEntry.ID("alpha", "f5e5f430-f57b-4e6e-9fac-d9128cd7232f"), project: ProjectKey("alpha", 42),
        kind: "merge_request", subject: "merge_request/7", receivedAt: 1_789_000_000_123,
        bytes: Data(#"{"a":1}"#.utf8))

    /// As format 1 is written; it must be read for good.
    static let frozen = """
        {"bytes":"eyJhIjoxfQ==","format":1,"id":{"delivery":"f5e5f430-f57b-4e6e-9fac-d9128cd7232f",\
        "instance":"alpha"},"kind":"merge_request","project":"alpha/42","receivedAt":1789000000123,\
        "subject":"merge_request/7"}
        """

    @Test("format 1 is written and read as it always was")
    func format() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(String(decoding: try encoder.encode(Self.entry), as: UTF8.self) == Self.frozen)
        #expect(try JSONDecoder().decode(InboxEntry.self, from: Data(Self.frozen.utf8)) == Self.entry)
    }

    @Test("an entry without project and subject comes back as it was")
    func bare() throws {
        var entry = Self.entry
        entry.project = nil
        entry.subject = nil
        entry.bytes = Data()
        let decoded = try JSONDecoder().decode(InboxEntry.self, from: JSONEncoder().encode(entry))
        #expect(decoded == entry)
    }

    @Test("a newer format is refused, not misread")
    func newerFormat() {
        let newer = Self.frozen.replacing(#""format":1"#, with: #""format":2"#)
        let error = #expect(throws: StorageError.self) {
            try JSONDecoder().decode(InboxEntry.self, from: Data(newer.utf8))
        }
        #expect(error?.code == .unreadable)
    }
}
