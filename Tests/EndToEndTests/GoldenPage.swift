import Foundation

/// Documentation/GoldenProject.md, as far as machines read it: its tables, by heading.
struct GoldenPage {
    struct Table {
        var header: [String]
        var rows: [[String]]

        /// The cells of one column by those of the first one.
        subscript(column: String) -> [String: String] {
            guard let position = header.firstIndex(of: column) else { return [:] }
            return Dictionary(rows.map { ($0[0], $0[position]) }, uniquingKeysWith: { $1 })
        }
    }

    private var tables: [String: [Table]] = [:]

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let file = root.appending(path: "Documentation/GoldenProject.md").standardized
        var heading = ""
        var isInTable = false
        for line in try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            if line.hasPrefix("##") {
                heading = line.drop { $0 == "#" }.filter { $0 != "`" }.trimmingCharacters(in: .whitespaces)
            }
            guard line.hasPrefix("|"), line.hasSuffix("|") else {
                isInTable = false
                continue
            }
            let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            if !isInTable {
                tables[heading, default: []].append(Table(header: cells, rows: []))
            } else if cells.contains(where: { $0.contains { $0 != "-" } }) {
                tables[heading, default: []].indices.last.map { tables[heading]?[$0].rows.append(cells) }
            }
            isInTable = true
        }
    }

    /// The table below that heading whose first column has that name.
    func table(_ heading: String, _ column: String) -> Table {
        tables[heading]?.first { $0.header.first == column } ?? Table(header: [], rows: [])
    }

    /// What a text names, in the words of the page: `!7`, `#4`, `note 9012`, `305`, and
    /// commits by the first eight digits, releases by their tag.
    static func names(in text: String) -> [String] {
        text.matches(of: /note \d+|commit [0-9a-f]{8}|release [^ ]+|[!#]?\d+/).map { String($0.output) }
            .sorted()
    }

    /// The number a cell ends with; of a fraction, its quotient, however it is rounded there.
    static func number(in cell: String) -> Double? {
        guard let fraction = cell.firstMatch(of: /(\d+) \/ (\d+)/),
            let above = Double(fraction.output.1), let below = Double(fraction.output.2)
        else { return Double(cell) }
        return above / below
    }
}
