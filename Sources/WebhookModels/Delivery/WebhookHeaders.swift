/// The header fields of a delivery, found without regard to case, in the order in which they came.
public struct WebhookHeaders: Hashable, Sendable {
    public struct Field: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public var fields: [Field]

    public init(_ fields: [Field] = []) { self.fields = fields }

    public init(_ fields: [(name: String, value: String)]) {
        self.fields = fields.map { Field($0.name, $0.value) }
    }

    /// The first value of that name; O(fields).
    public subscript(name: String) -> String? { values(of: name).first }

    /// Every value of that name; O(fields).
    public func values(of name: String) -> [String] {
        let wanted = name.lowercased()
        return fields.filter { $0.name.lowercased() == wanted }.map(\.value)
    }
}

/// Only names are shown: values may be secrets.
extension WebhookHeaders: CustomStringConvertible, CustomReflectable {
    public var description: String { fields.map(\.name).joined(separator: ", ") }
    public var customMirror: Mirror { Mirror(self, children: ["names": fields.map(\.name)]) }
}

extension WebhookHeaders.Field: CustomStringConvertible, CustomReflectable {
    public var description: String { name }
    public var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}
