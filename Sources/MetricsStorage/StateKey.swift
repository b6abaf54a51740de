/// Names one piece of state.
public struct StateKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Who owns it: `checkpoint`, `status`, …
    public var namespace: String
    public var name: String

    public init(namespace: String, name: String) {
        self.namespace = namespace
        self.name = name
    }

    public var description: String { "\(namespace):\(name)" }

    public static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.namespace, lhs.name) < (rhs.namespace, rhs.name)
    }
}
