import FakeGitLab
import Foundation
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Synchronization

/// What tests saw, in order.
final class Log<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])

    var all: [Element] { elements.withLock(\.self) }
    func add(_ element: Element) { elements.withLock { $0.append(element) } }
}

/// An inbox with entries of four subjects, one of them `nil`, in virtual time.
struct ProcessorBench {
    let storage = InMemoryStorage()
    let time: VirtualTime
    let start: Instant
    let outcomes = Log<ProcessedDelivery>()
    private let projects: Int

    init(entries: Int, projects: Int = 1, mode: VirtualTime.Mode = .automatic) async throws {
        time = VirtualTime(mode: mode)
        start = Instant(time.now)
        self.projects = projects
        for number in 0..<entries {
            let subject = number % 4 == 3 ? nil : "merge_request/\(number % 4)"
            try await enqueue("\(number)", project: number % projects + 1, subject: subject)
        }
    }

    /// The same for entries that must keep their order.
    func lane(of number: Int) -> [Int] { [number % projects, number % 4] }

    func enqueue(_ delivery: String, project: Int = 1, subject: String? = nil) async throws {
        let entry = InboxEntry(
            id: InboxEntry.ID("alpha", delivery), project: ProjectKey("alpha", project),
            kind: "merge_request", subject: subject, receivedAt: start.secondsSince1970 * 1000, bytes: Data())
        try await storage.enqueue(entry, at: Instant(time.now))
    }

    func counts() async -> InboxCounts { await storage.counts(at: Instant(time.now)) }

    /// Without jitter.
    func processor(
        _ configuration: WebhookProcessor.Configuration = .init(), inbox: (any DeliveryInbox)? = nil,
        handler: @escaping WebhookProcessor.Handler
    ) -> WebhookProcessor {
        WebhookProcessor(
            inbox: inbox ?? storage, time: time, configuration: configuration, random: { 1 },
            observer: { [outcomes] report in
                if case .processed(let delivery) = report { outcomes.add(delivery) }
            }, handler: handler)
    }
}
