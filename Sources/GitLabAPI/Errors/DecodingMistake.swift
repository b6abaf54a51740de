/// Why a JSON value could not be read, in one line without the value itself.
struct DecodingMistake: CustomStringConvertible {
    /// `[3].author.id`; empty at the top.
    let path: String
    let reason: String

    init(_ error: any Error) {
        switch error as? DecodingError {
        case .keyNotFound(let key, let context)?:
            path = Self.path(context.codingPath + [key])
            reason = "is missing"
        case .valueNotFound(let type, let context)?:
            path = Self.path(context.codingPath)
            reason = "is null where \(type) is expected"
        case .typeMismatch(let type, let context)?:
            path = Self.path(context.codingPath)
            reason = "is not \(type)"
        case .dataCorrupted(let context)?:
            path = Self.path(context.codingPath)
            reason = context.debugDescription.redactingAnythingLikeASecret().oneLine(limit: 120)
        case nil:
            path = ""
            reason = "cannot be read (\(type(of: error)))"
        @unknown default:
            path = ""
            reason = "cannot be read"
        }
    }

    var description: String { path.isEmpty ? reason : "\(path) \(reason)" }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce(into: "") { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }
}
