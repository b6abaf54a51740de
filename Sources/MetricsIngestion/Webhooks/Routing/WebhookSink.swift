public import MetricsStorage
public import WebhookModels

/// Where verified deliveries go.
public enum WebhookSink: Sendable {
    /// They wait there, scrubbed and each once, and GitLab is answered before anything is done with them.
    /// `onArrival` is called for each new one; it must return soon.
    case inbox(any DeliveryInbox, onArrival: @Sendable () -> Void = {})
    /// They are handed over at once, with the texts that are not kept at rest, every time they are sent. GitLab waits
    /// for the end of it, 10 seconds at most; an error is answered with 503.
    case handler(@Sendable (WebhookEvent, VerifiedWebhook) async throws -> Void)

    /// They wait there until that processor, which is told at once, takes them.
    public static func inbox(_ inbox: any DeliveryInbox, waking processor: WebhookProcessor) -> Self {
        .inbox(inbox) { processor.wake() }
    }
}
