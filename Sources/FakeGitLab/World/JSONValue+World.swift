import WireFormat

extension JSONValue {
    /// A moment as most entities print it, or null.
    static func moment(_ instant: Instant?) -> JSONValue { instant.map { .string($0.text) } ?? .null }

    static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    static func number(_ number: Int?) -> JSONValue { number.map { .int($0) } ?? .null }

    /// This object with the other's fields after its own; the other's win.
    func merging(_ other: JSONValue) -> JSONValue {
        var result = self
        for member in other.objectValue?.members ?? [] { result[member.key] = member.value }
        return result
    }

    /// The moment a text field holds.
    func instant(_ key: String) -> Instant? { self[key]?.stringValue.flatMap { Instant(text: $0) } }
}
