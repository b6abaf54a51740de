public import MetricsStorage

/// What a processor of webhooks tells of its work.
public enum ProcessorReport: Sendable {
    case processed(ProcessedDelivery)
    /// The inbox failed when asked for work; it is asked again.
    case inboxFailed(StorageError)
}
