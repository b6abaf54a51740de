import Dispatch
import Foundation
import Synchronization

/// Ctrl-C: the first one stops the work in good order, the second one the program.
final class Interruption: Sendable {
    private let heard = Mutex(0)

    var happened: Bool { heard.withLock { $0 > 0 } }

    /// Listens for as long as the returned source is kept.
    func listen(_ stop: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
        signal(SIGINT, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { [self] in
            let count = heard.withLock { count in
                count += 1
                return count
            }
            if count == 1 { stop() } else { exit(MetricsReportCommand.ExitCode.interrupted) }
        }
        source.resume()
        return source
    }
}
