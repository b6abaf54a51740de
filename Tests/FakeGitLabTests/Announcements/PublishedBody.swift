import Foundation
import WireFormat

/// Bodies as GitLab's documentation prints them, from a collection beside the package that need not be there.
enum PublishedBody {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared/gitlab/payloads").standardized

    static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// `webhook/push`, `system/project_create` …
    static let names: [String] = ["webhook", "system"].flatMap { kind -> [String] in
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: kind).path)
        return (files ?? []).filter { $0.hasSuffix(".json") }.sorted().map { "\(kind)/\($0.dropLast(5))" }
    }

    static func named(_ name: String) throws -> JSONValue {
        try JSONValue(parsing: Data(contentsOf: folder.appending(path: "\(name).json")))
    }
}

extension JSONValue {
    /// Where this body lacks what the other has, or has it as another type; null stands for any.
    ///
    /// Elements of lists are compared with the first one here; empty lists say nothing.
    func misfits(to other: JSONValue, at path: String = "") -> [String] {
        switch (self, other) {
        case (.null, _), (_, .null): return []
        case (.object(let mine), .object(let theirs)):
            return theirs.members.flatMap { member -> [String] in
                let place = "\(path)/\(member.key)"
                guard let value = mine[member.key] else { return [place] }
                return value.misfits(to: member.value, at: place)
            }
        case (.array(let mine), .array(let theirs)):
            guard let first = mine.first else { return [] }
            return Array(Set(theirs.flatMap { first.misfits(to: $0, at: "\(path)[]") })).sorted()
        case (.string, .string), (.bool, .bool): return []
        case (.int, .int), (.double, .double), (.int, .double), (.double, .int): return []
        default: return ["\(path) is another type"]
        }
    }
}
