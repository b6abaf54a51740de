import Foundation
import GitLabConnection

/// What was found, as `--format json` prints it.
struct Finds: Encodable {
    /// What is broken, of those that are shown without `--url`.
    var name: String?
    var connection: ConnectionReport?
    var project: ProjectDiagnosis?
}

extension Encodable {
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            encoder.dateEncodingStrategy = .iso8601
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
