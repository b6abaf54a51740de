import Foundation

/// One thing worth measuring.
struct Benchmark: Sendable {
    /// What selects it on the command line.
    var name: String
    /// What is measured, in one line.
    var title: String
    var run: @Sendable () async throws -> [Figure]

    static let all: [Benchmark] = [
        .decoding, .merging, .reporting, .sketches, .field, .live, .backfill, .calls, .webhooks, .footprint,
        .audit,
    ]
}

/// Seconds of wall time of the fastest of several runs: the one least disturbed by other processes.
func fastest(of runs: Int = 5, _ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<runs { best = min(best, try seconds(work)) }
    return best
}

func seconds(_ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    return try clock.measure(work) / .seconds(1)
}

func seconds(_ work: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try await work()
    return (clock.now - start) / .seconds(1)
}
