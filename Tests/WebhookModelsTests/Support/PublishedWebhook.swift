import Foundation
import WebhookModels
import WireFormat

/// A body as GitLab's documentation prints it, from a collection beside the package that need not be there.
enum PublishedWebhook {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared/gitlab/payloads").standardized

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// All of them: `webhook/push`, `system/key_create`, …; none when they are not there.
    static func names() throws -> [String] {
        guard isThere else { return [] }
        return try ["webhook", "system"].flatMap { part in
            try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path)
                .filter { $0.hasSuffix(".json") }.map { "\(part)/\($0.dropLast(5))" }
        }.sorted()
    }

    /// That body as it is.
    static func data(_ name: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: "\(name).json"))
    }

    static func event(_ name: String, header: String? = nil) throws -> WebhookEvent {
        try WebhookEvent(body: data(name), header: header)
    }
}

/// An instant, written as GitLab writes it.
func instant(_ text: String) -> Date? { WireDate(text)?.date }

/// An event of a body written in the test.
func event(_ body: String, header: String? = nil) throws -> WebhookEvent {
    try WebhookEvent(body: Data(body.utf8), header: header)
}
