import Synchronization

/// Holds whoever comes to `open` until `wait` has done what it waits to do.
actor Gate {
    private var arrived = false
    private var passed = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Announces the moment, and goes on once it was used.
    func open() async {
        arrived = true
        resume()
        while !passed { await withCheckedContinuation { waiting.append($0) } }
    }

    /// Waits for the moment and uses it.
    func wait(_ use: @Sendable () -> Void) async {
        while !arrived { await withCheckedContinuation { waiting.append($0) } }
        use()
        passed = true
        resume()
    }

    private func resume() {
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}

final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
