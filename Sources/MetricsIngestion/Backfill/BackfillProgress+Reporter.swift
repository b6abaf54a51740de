public import Foundation
import GitLabAPI
import MetricsCore
import Synchronization

extension BackfillProgress {
    /// Where a run reports its progress. Serves one run.
    public final class Reporter: Sendable {
        private struct State {
            var progress = BackfillProgress()
            var began: Date?
            var fractions: [ProjectKey: Double] = [:]
            var requests: [RecordKind: Int] = [:]
        }

        private let state = Mutex(State())
        private let continuation: AsyncStream<BackfillProgress>.Continuation?

        init(_ continuation: AsyncStream<BackfillProgress>.Continuation?) {
            self.continuation = continuation
        }

        /// Reports to nobody.
        public convenience init() { self.init(nil) }

        /// Tells of a pause: pass it the `until` of the `RetryWait` a retrying transport announces.
        public func wait(until: Date) { change { $0.progress.waitingUntil = until } }

        /// Requests counted so far.
        var requests: Int { state.withLock { $0.progress.requests } }

        func begin(at now: Date) { change { $0.began = now } }

        func foundProjects(_ count: Int) {
            change {
                $0.progress.phase = .reading
                $0.progress.projectsTotal = count
            }
        }

        /// Requests counted so far, by what they were for.
        var requestsByKind: [RecordKind: Int] { state.withLock { $0.requests } }

        func countRequest(for kind: RecordKind, at now: Date) {
            change { state in
                state.requests[kind, default: 0] += 1
                state.progress.requests += 1
                if let until = state.progress.waitingUntil, until <= now { state.progress.waitingUntil = nil }
                let elapsed = state.began.map { now.timeIntervalSince($0) } ?? 0
                state.progress.rate = elapsed > 0 ? Double(state.progress.requests) / elapsed : 0
            }
        }

        func countItems(_ count: Int) { change { $0.progress.itemsDone += count } }

        /// - Parameter fraction: how much of that project is read, 0 to 1.
        func advance(_ project: ProjectKey, to fraction: Double) {
            change { $0.fractions[project] = max($0.fractions[project] ?? 0, min(fraction, 1)) }
        }

        func end(_ project: ProjectKey) {
            change { state in
                state.fractions[project] = 1
                state.progress.projectsDone += 1
            }
        }

        func finish() {
            change { $0.progress.phase = .finished }
            continuation?.finish()
        }

        private func change(_ body: (inout State) -> Void) {
            let progress = state.withLock { state in
                body(&state)
                if state.progress.projectsTotal > 0 {
                    state.progress.fractionCompleted =
                        state.fractions.values.reduce(0, +) / Double(state.progress.projectsTotal)
                }
                return state.progress
            }
            continuation?.yield(progress)
        }
    }
}
