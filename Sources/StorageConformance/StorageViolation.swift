/// What a store did against a requirement.
public struct StorageViolation: Error, Sendable, CustomStringConvertible {
    /// One sentence: what was done, what was seen, and what should have been.
    public var description: String

    public init(_ description: String) { self.description = description }
}

/// Holds the store to what it must do.
func require(_ condition: Bool, _ violation: @autoclosure () -> String) throws(StorageViolation) {
    if !condition { throw StorageViolation(violation()) }
}
