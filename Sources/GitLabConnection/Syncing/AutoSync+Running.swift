import Foundation
import GitLabAPI
import MetricsCore
public import MetricsIngestion
public import MetricsStorage

extension AutoSync {
    /// Does what is due, then waits for the next, until the task is cancelled. What fails shows in the status and is
    /// tried again a minute later.
    public func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.followSchedule() }
            group.addTask { await self.followDeliveries() }
        }
    }

    private func followSchedule() async {
        while !Task.isCancelled {
            do {
                try await step()
                try await connection.time.sleep(for: .seconds(try await wait()))
            } catch is CancellationError {
                return
            } catch {
                do { try await connection.time.sleep(for: .seconds(60)) } catch { return }
            }
        }
    }

    /// Wakes when a processor of this process has applied a delivery, and for what others put into the queue.
    private func followDeliveries() async {
        let (wakeUps, alarm) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.alarm = alarm
        alarm.yield()
        var timer: Task<Void, Never>?
        defer { timer?.cancel() }
        for await _ in wakeUps {
            timer?.cancel()
            try? await refresh()
            let pause = await pause()
            timer = Task { [time = connection.time] in
                if (try? await time.sleep(for: pause)) != nil { alarm.yield() }
            }
        }
    }

    /// Until the next in the queue is due, at most as long as projects are let alone. What is due and was not read
    /// belongs to a project that is lost, paused, or being read.
    private func pause() async -> Duration {
        let interval = connection.refresh.configuration.interval
        let now = connection.time.now
        guard let due = try? await connection.queue.nextDue(interval: interval, at: now), due > now else {
            return interval
        }
        return min(interval, max(.seconds(1), .seconds(due.timeIntervalSince(now))))
    }

    /// Takes deliveries out of an inbox, applies them to the connection (`Connection.ingest`), and has what they leave to
    /// be read read within seconds, while `run()` runs.
    ///
    /// - Parameters:
    ///   - random: numbers from 0 to 1, for jitter.
    ///   - onIngested: told what each delivery changed, before the inbox lets it go.
    public nonisolated func processor(
        of inbox: any DeliveryInbox,
        configuration: WebhookProcessor.Configuration = WebhookProcessor.Configuration(),
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) },
        observer: WebhookProcessor.Observer? = nil,
        onIngested: (@Sendable (IngestedWebhook) async -> Void)? = nil
    ) -> WebhookProcessor {
        WebhookProcessor(
            inbox: inbox, time: connection.time, configuration: configuration, random: random,
            observer: observer
        ) { [self] entry in
            guard let ingested = try await connection.ingest(entry) else { return }
            if !ingested.refresh.isEmpty { await wake() }
            await onIngested?(ingested)
        }
    }

    private func wake() { alarm?.yield() }

    /// Seconds until something is due: at most a minute, so that pausing and new projects are heeded, and not at once what
    /// another process reads at the moment.
    private func wait() async throws(ConnectionError) -> Int64 {
        guard try await isOn() else { return 60 }
        let projects = try await connection.storedProjects()
        let next = projects.filter { $0.state != .excluded && $0.state != .paused }.map(\.nextSync).min()
        let least = max(1, min(30, connection.schedule.interval / 60))
        return min(60, max(least, next.map { connection.now.seconds(until: $0) } ?? 60))
    }
}
