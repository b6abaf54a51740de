/// Names alone: a value may be a token.
extension HTTPHeaders: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "[\(fields.map(\.description).joined(separator: ", "))]" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["fields": fields.map(\.description)]) }
}

extension HTTPHeaders.Field: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { name.oneLine(limit: 100) }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["name": description]) }
}
