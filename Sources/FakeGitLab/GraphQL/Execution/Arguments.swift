import WireFormat

extension GraphQL {
    /// The values a field was called with: literals and variables alike, defaults filled in.
    struct Arguments: Sendable {
        let values: JSONObject
        static let none = Arguments(values: JSONObject())

        /// `nil` for null, as if it had not been given.
        subscript(name: String) -> JSONValue? {
            guard let value = values[name], !value.isNull else { return nil }
            return value
        }

        func text(_ name: String) -> String? { self[name]?.stringValue }
        func flag(_ name: String) -> Bool? { self[name]?.boolValue }
        func number(_ name: String) -> Int? { self[name]?.intValue }

        /// The texts of a list; `nil` when it was not given, which differs from an empty one.
        func texts(_ name: String) -> [String]? { self[name]?.arrayValue?.compactMap(\.stringValue) }

        func instant(_ name: String) -> Instant? { text(name).flatMap { Instant(text: $0) } }

        /// The members of an input object.
        func object(_ name: String) -> Arguments? { self[name]?.objectValue.map { Arguments(values: $0) } }

        /// The number at the end of a global id, or a bare number.
        func id(_ name: String) -> Int? { text(name).flatMap { GlobalID.number($0) } }

        func ids(_ name: String) -> [Int]? { texts(name)?.compactMap { GlobalID.number($0) } }
    }

    /// Ids as GraphQL writes them: `gid://gitlab/MergeRequest/84`.
    enum GlobalID {
        static func text(_ kind: String, _ id: some CustomStringConvertible) -> String {
            "gid://gitlab/\(kind)/\(id)"
        }

        static func number(_ text: String) -> Int? {
            Int(text) ?? text.split(separator: "/").last.flatMap { Int($0) }
        }

        /// The class an id names; `nil` for anything that is no global id.
        static func kind(of text: String) -> Substring? {
            guard text.hasPrefix("gid://gitlab/") else { return nil }
            let parts = text.dropFirst(13).split(separator: "/")
            return parts.count == 2 ? parts[0] : nil
        }
    }
}
