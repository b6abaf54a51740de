import Synchronization
import Testing

@testable import GitLabAPI

@Suite(.timeLimit(.minutes(10))) struct ConcurrencyLimitTests {
    /// Starts that many tasks, one after the other, which wait for a slot and then note their number.
    private static func waiters(
        _ count: Int, for limit: ConcurrencyLimit, noting log: Log
    ) async -> [Task<GitLabError.Code?, Never>] {
        var tasks: [Task<GitLabError.Code?, Never>] = []
        for number in 0..<count {
            tasks.append(
                Task {
                    do throws(GitLabError) {
                        try await limit.acquire()
                        log.append(number)
                        return nil
                    } catch {
                        return error.code
                    }
                })
            while limit.waitingCount < number + 1 { await Task.yield() }
        }
        return tasks
    }

    @Test("Slots are handed out in the order of asking")
    func order() async throws {
        let limit = ConcurrencyLimit(1)
        let log = Log()
        try await limit.acquire()
        let tasks = await Self.waiters(20, for: limit, noting: log)
        for task in tasks {
            limit.release()
            #expect(await task.value == nil)
        }
        #expect(log.entries == Array(0..<20))
    }

    @Test("Whoever is cancelled leaves the queue at once, and takes no slot with him")
    func cancellation() async throws {
        let limit = ConcurrencyLimit(1)
        let log = Log()
        try await limit.acquire()
        let tasks = await Self.waiters(10, for: limit, noting: log)
        for number in stride(from: 0, to: 10, by: 2) {
            tasks[number].cancel()
            #expect(await tasks[number].value == .cancelled)
        }
        #expect(limit.waitingCount == 5)
        for number in stride(from: 1, to: 10, by: 2) {
            limit.release()
            #expect(await tasks[number].value == nil)
        }
        #expect(log.entries == [1, 3, 5, 7, 9])
        limit.release()
        try await limit.acquire()
    }

    @Test("A task cancelled before it asks gets no slot, even a free one")
    func cancelledBefore() async throws {
        let limit = ConcurrencyLimit(1)
        let task = Task { () -> GitLabError.Code? in
            withUnsafeCurrentTask { $0?.cancel() }
            do throws(GitLabError) {
                try await limit.acquire()
                return nil
            } catch {
                return error.code
            }
        }
        #expect(await task.value == .cancelled)
        try await limit.acquire()
    }

    @Test("Closing turns away all who wait and all who come")
    func close() async throws {
        let limit = ConcurrencyLimit(2)
        let log = Log()
        try await limit.acquire()
        try await limit.acquire()
        let tasks = await Self.waiters(5, for: limit, noting: log)
        limit.close()
        for task in tasks { #expect(await task.value == .closed) }
        limit.release()
        await #expect(throws: GitLabError.self) { try await limit.acquire() }
    }

    @Test(
        "Under a storm of cancellations no slot is lost and none is given twice",
        arguments: 1...5 as ClosedRange<UInt64>)
    func storm(_ seed: UInt64) async throws {
        let limit = ConcurrencyLimit(3)
        let gauge = Gauge()
        var random = SplitMix(state: seed)
        await withTaskGroup { group in
            for _ in 0..<500 {
                let task = Task {
                    try await limit.acquire()
                    gauge.enter()
                    await Task.yield()
                    gauge.leave()
                    limit.release()
                }
                if random.next() % 2 == 0 { group.addTask { task.cancel() } }
                group.addTask { _ = await task.result }
            }
        }
        #expect(gauge.highest <= 3)
        for _ in 0..<3 { try await limit.acquire() }
        #expect(limit.waitingCount == 0)
    }

    @Test("Everyone who asks is served in the end, whoever of them queues up first", arguments: [1, 2, 7])
    func servesAll(slots: Int) async {
        let limit = ConcurrencyLimit(slots)
        let served = Counter()
        await withTaskGroup { group in
            for _ in 0..<500 {
                group.addTask {
                    guard await (try? limit.acquire()) != nil else { return }
                    await Task.yield()
                    limit.release()
                    served.increment()
                }
            }
        }
        #expect(served.value == 500)
        #expect(limit.occupancy == 0)
    }
}

/// Numbers in the order in which they were noted.
private final class Log: Sendable {
    private let state = Mutex<[Int]>([])
    var entries: [Int] { state.withLock { $0 } }
    func append(_ entry: Int) { state.withLock { $0.append(entry) } }
}
