import Foundation
import WireFormat

/// A body as GitLab's documentation prints it, from a collection beside the package that need not be there.
enum PublishedPayload {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared/gitlab/payloads/rest").standardized

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// All of them by name, those below a folder with its name before theirs; none when they are not there.
    static func names() throws -> [String] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "json" }
            .map { $0.deletingPathExtension().path.dropFirst(folder.path.count) }
            .map { $0.split(separator: "/").joined(separator: "/") }.sorted()
    }

    /// That body as it is.
    static func data(_ name: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: "\(name).json"))
    }

    /// That body; of a list every element, none of which may be skipped.
    static func decode<Value: Decodable>(_ name: String, as _: Value.Type = Value.self) throws -> Value {
        try JSON.decode(from: data(name))
    }
}

/// An instant, written as GitLab writes it.
func instant(_ text: String) -> Date? { WireDate(text)?.date }

/// A value of a body written in the test.
func decode<Value: Decodable>(_ body: String, as _: Value.Type = Value.self) throws -> Value {
    try JSON.decode(from: Data(body.utf8))
}
