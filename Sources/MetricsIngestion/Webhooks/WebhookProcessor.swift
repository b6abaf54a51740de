public import GitLabAPI
import MetricsCore
public import MetricsStorage
import Synchronization

/// Takes deliveries out of an inbox and has each of them applied: several at a time, those of one subject one after the
/// other in the order of arrival, each again after a pause while it fails, until it is given up as a dead letter.
///
/// Nothing claimed is lost. What a handler was busy with when its process ended is handed out again after the lease, so
/// a handler may see an entry twice, which for merging is once in effect. Several processors, in several processes, may
/// share an inbox.
public final class WebhookProcessor: Sendable {
    /// Applies one entry. An error means that it is tried again later.
    public typealias Handler = @Sendable (InboxEntry) async throws -> Void
    /// Told of what happens, as it happens; must return soon.
    public typealias Observer = @Sendable (ProcessorReport) -> Void

    let inbox: any DeliveryInbox
    let handler: Handler
    let time: any TimeSource
    let configuration: Configuration
    let random: @Sendable () -> Double
    let observer: Observer?
    private let shifts = Mutex<[ProcessorShift]>([])

    /// - Parameters:
    ///   - random: numbers from 0 to 1, for jitter.
    ///   - handler: must end within the lease; it is cancelled when the processor is.
    public init(
        inbox: any DeliveryInbox, time: any TimeSource = .system,
        configuration: Configuration = Configuration(),
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }, observer: Observer? = nil,
        handler: @escaping Handler
    ) {
        self.inbox = inbox
        self.handler = handler
        self.time = time
        self.configuration = configuration
        self.random = random
        self.observer = observer
    }

    /// Says that something has arrived, so that it is not first found at the next look.
    public func wake() {
        for shift in shifts.withLock(\.self) { shift.wake() }
    }

    /// Processes what arrives until the surrounding task is cancelled. Then it takes nothing more, cancels its
    /// handlers, gives back what they did not finish, and returns.
    ///
    /// An inbox that fails is reported to the observer, and tried again at the next look.
    public func run() async { _ = await work(endsWhenEmpty: false) }

    /// Processes what there is, waiting for further attempts and for what others have claimed, until nothing but dead
    /// letters is left or the surrounding task is cancelled.
    ///
    /// - Throws: `StorageError` when the inbox fails.
    public func drain() async throws(StorageError) {
        if let failure = await work(endsWhenEmpty: true) { throw failure }
    }

    /// - Returns: why it ended before the inbox was empty, if it did.
    private func work(endsWhenEmpty: Bool) async -> StorageError? {
        let shift = ProcessorShift()
        shifts.withLock { $0.append(shift) }
        defer { shifts.withLock { $0.removeAll { $0 === shift } } }
        var failure: StorageError?
        await withDiscardingTaskGroup { group in
            var timer: Task<Void, Never>?
            defer { timer?.cancel() }
            for await _ in shift.wakeUps {
                timer?.cancel()
                var pause: Duration? = configuration.interval
                do throws(StorageError) {
                    for claim in try await claim(upTo: configuration.concurrency - shift.busy) {
                        shift.begin()
                        group.addTask {
                            await self.process(claim)
                            shift.end()
                        }
                    }
                    let due = try await timeUntilDue()
                    if !endsWhenEmpty {
                        pause = min(due ?? configuration.interval, configuration.interval)
                    } else if shift.busy > 0 {
                        // The end of a handler wakes it; what is due before waits for that.
                        pause = nil
                    } else if let due {
                        pause = due
                    } else {
                        return
                    }
                } catch {
                    observer?(.inboxFailed(error))
                    failure = error
                    if endsWhenEmpty { return }
                }
                timer = pause.map { pause in
                    Task { [time] in if (try? await time.sleep(for: pause)) != nil { shift.wake() } }
                }
            }
        }
        return failure
    }

    private func claim(upTo limit: Int) async throws(StorageError) -> [InboxClaim] {
        guard limit > 0, !Task.isCancelled else { return [] }
        return try await inbox.claim(
            upTo: limit, perProject: configuration.perProject, lease: configuration.leaseSeconds, at: now)
    }

    /// How long until something can be claimed that cannot be yet.
    private func timeUntilDue() async throws(StorageError) -> Duration? {
        guard let due = try await inbox.nextDue(after: now) else { return nil }
        // A millisecond more, so that rounding does not let it wake too early.
        return .milliseconds(max(0, due.milliseconds - time.now.milliseconds) + 1)
    }
}
