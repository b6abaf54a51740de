import Dispatch
import Foundation
import Synchronization

/// Ctrl-C, or a request to end from outside: the first one stops the work in good order, the second one the program.
package final class Interruption: Sendable {
    /// What a program exits with that was interrupted.
    package static let exitCode: Int32 = 130

    private let heard = Mutex(0)
    private let sources = Mutex<[any DispatchSourceSignal]>([])

    package init() {}

    package var happened: Bool { heard.withLock { $0 > 0 } }

    /// Calls the closure once, at the first signal; until `ignore()`.
    package func listen(_ stop: @escaping @Sendable () -> Void) {
        sources.withLock { sources in
            sources = [SIGINT, SIGTERM].map { number in
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler { [weak self] in self?.hear(stop) }
                source.resume()
                return source
            }
        }
    }

    package func ignore() {
        sources.withLock { sources in
            for source in sources { source.cancel() }
            sources = []
        }
    }

    /// Returns at the first signal.
    package func wait() async {
        await withCheckedContinuation { continuation in
            listen { continuation.resume() }
        }
        ignore()
    }

    private func hear(_ stop: () -> Void) {
        let count = heard.withLock { count in
            count += 1
            return count
        }
        if count == 1 { stop() } else { exit(Self.exitCode) }
    }
}
