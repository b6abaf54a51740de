/// Where audit entries go.
public protocol AuditSink: Sendable {
    /// Takes one entry, on the task that sent the request: it must return soon.
    ///
    /// - Throws: when the entry could not be kept. The request goes on; `AuditingTransport` tells.
    func record(_ entry: AuditEntry) throws
}
