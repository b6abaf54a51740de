import Foundation
import MetricsCore
import Testing

@Suite("The page of records")
struct RecordsPageTests {
    private static var page: String {
        get throws {
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
            return try String(
                contentsOf: root.appending(path: "Documentation/Records.md"), encoding: .utf8)
        }
    }

    @Test("has one row for each kind, with every column filled", arguments: RecordKind.allCases)
    func rows(kind: RecordKind) throws {
        let rows = try Self.page.split(separator: "\n").filter { $0.hasPrefix("| `\(kind.rawValue)` |") }
        #expect(rows.count == 1)
        for row in rows {
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(cells.count == 6 && cells.allSatisfy { !$0.isEmpty })
        }
    }

    @Test("has no row for anything else")
    func others() throws {
        let named = try Self.page.matches(of: /(?m)^\| `(\w+)` \|/).map { String($0.output.1) }
        #expect(Set(named) == Set(RecordKind.allCases.map(\.rawValue)))
    }
}
