import Foundation
import GitLabAPI

/// Documentation/GitLabSurface.md, as far as machines read it: a row for each factory.
struct SurfacePage {
    struct Row: Hashable, Sendable, CustomStringConvertible {
        let area: String
        let method: String
        /// Segments of the path; those that begin with `:` stand for any one.
        let segments: [Substring]
        /// The name of the factory with the labels that have no default: `mergeRequest(_:in:)`.
        let factory: String
        let scope: String
        let role: String
        let tier: String
        /// Empty for always.
        let since: String
        /// Source files that use the factory, without their ending.
        let readers: [String]

        var description: String { "\(method) /\(segments.joined(separator: "/")) (\(factory))" }

        func matches(_ method: String, _ path: String) -> Bool {
            let sent = path.split(separator: "/")
            return method == self.method && sent.count == segments.count
                && zip(segments, sent).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }
    }

    let rows: [Row]

    init() throws {
        let file = Self.root.appending(path: "Documentation/GitLabSurface.md")
        var area = ""
        var header: [String] = []
        var rows: [Row] = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("## ") { area = String(line.dropFirst(3)) }
            guard line.hasPrefix("|"), line.hasSuffix("|") else { continue }
            let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.filter { $0 != "`" }.trimmingCharacters(in: .whitespaces) }
            if cells.first == "endpoint" { header = cells }
            guard header.count == cells.count, cells[0].contains(" /") else { continue }
            let cell = Dictionary(zip(header, cells), uniquingKeysWith: { $1 })
            let endpoint = cells[0].split(separator: " ")
            rows.append(
                Row(
                    area: area, method: String(endpoint[0]), segments: endpoint[1].split(separator: "/"),
                    factory: cell["factory"] ?? "", scope: cell["scope"] ?? "", role: cell["role"] ?? "",
                    tier: cell["tier"] ?? "", since: cell["since"] ?? "",
                    readers: (cell["read by"] ?? "").split(separator: ",").map {
                        $0.trimmingCharacters(in: .whitespaces)
                    }))
        }
        self.rows = rows
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        .standardized
}
