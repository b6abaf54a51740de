/// Why a body could not be decoded, told without any value of it.
package struct JSONFailure: Hashable, Sendable, CustomStringConvertible {
    /// Where: `[3].author.id`; empty for the whole body.
    package let codingPath: String
    /// What: `missing`, `null where Int is expected` …
    package let reason: String

    /// What an error thrown by `JSON.decode` may tell.
    package init(_ error: any Error) {
        switch error as? DecodingError {
        case .keyNotFound(let key, let context)?:
            codingPath = Self.text(context.codingPath + [key])
            reason = "missing"
        case .valueNotFound(let type, let context)?:
            codingPath = Self.text(context.codingPath)
            reason = "null where \(type) is expected"
        case .typeMismatch(let type, let context)?:
            codingPath = Self.text(context.codingPath)
            reason = "not of type \(type)"
        case .dataCorrupted(let context)?:
            codingPath = Self.text(context.codingPath)
            reason = context.codingPath.isEmpty ? "not JSON" : "malformed"
        default:
            codingPath = ""
            reason = "unreadable"
        }
    }

    package var description: String { codingPath.isEmpty ? reason : "\(codingPath): \(reason)" }

    private static func text(_ path: [any CodingKey]) -> String {
        path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }
}
