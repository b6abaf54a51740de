import Foundation
public import GitLabAPI
public import MetricsStorage

extension WebhookProcessor {
    /// Has a receiver merge each entry, and puts what it leaves in doubt into a queue for `Refresh`, both before the
    /// inbox lets it go: a crash in between repeats them, which changes nothing.
    ///
    /// An entry of another instance than the receiver's becomes a dead letter. Where several instances share an inbox,
    /// choose the receiver by `entry.id.instance` in a handler of your own.
    ///
    /// - Parameters:
    ///   - random: numbers from 0 to 1, for jitter.
    ///   - onIngested: told what each entry changed, before it is let go.
    public convenience init(
        inbox: any DeliveryInbox, receiver: WebhookReceiver, queue: RefreshQueue,
        time: any TimeSource = .system, configuration: Configuration = Configuration(),
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }, observer: Observer? = nil,
        onIngested: (@Sendable (IngestedWebhook) async -> Void)? = nil
    ) {
        self.init(
            inbox: inbox, time: time, configuration: configuration, random: random, observer: observer
        ) { entry in
            let ingested = try await receiver.ingest(entry)
            let arrived = Date(milliseconds: entry.receivedAt)
            try await queue.add(ingested.refresh, told: arrived, at: time.now)
            await onIngested?(ingested)
        }
    }
}
