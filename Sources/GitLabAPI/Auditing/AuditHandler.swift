/// Hands audit entries to a closure: to the host's own log, or several sinks.
public struct AuditHandler: AuditSink {
    private let handle: @Sendable (AuditEntry) throws -> Void

    /// - Parameter handle: called on the tasks that send, several at a time; must return soon.
    public init(_ handle: @escaping @Sendable (AuditEntry) throws -> Void) { self.handle = handle }

    public func record(_ entry: AuditEntry) throws { try handle(entry) }
}
