/// Names one piece of state. Two keys are the same if they are byte by byte, in UTF-8, and so they are ordered.
public struct StateKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Who owns it: `checkpoint`, `status`, …
    public var namespace: String
    public var name: String

    public init(namespace: String, name: String) {
        self.namespace = namespace
        self.name = name
    }

    public var description: String { "\(namespace):\(name)" }

    // Swift's strings are equal when they look alike; a database's are not.
    public static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.namespace.utf8.elementsEqual(rhs.namespace.utf8) && lhs.name.utf8.elementsEqual(rhs.name.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        for byte in namespace.utf8 { hasher.combine(byte) }
        hasher.combine(UInt8.max)
        for byte in name.utf8 { hasher.combine(byte) }
    }

    public static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.namespace.utf8.elementsEqual(rhs.namespace.utf8)
            ? lhs.name.utf8.lexicographicallyPrecedes(rhs.name.utf8)
            : lhs.namespace.utf8.lexicographicallyPrecedes(rhs.namespace.utf8)
    }
}
