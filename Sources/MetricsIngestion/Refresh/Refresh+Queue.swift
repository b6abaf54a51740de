import Foundation
import GitLabAPI
public import MetricsCore
import MetricsStorage

extension Refresh {
    /// Reads what the queue holds and is due: each project at most once in `Configuration.interval`. What was read
    /// leaves the queue, what was not stays. What a backfill has read since it was told leaves it without being asked
    /// for again.
    ///
    /// - Parameters:
    ///   - projects: only what waits for these; for all by default.
    ///   - atOnce: whether projects are read that were read a moment ago; `false` by default.
    /// - Returns: how it went for each project of which something was read.
    /// - Throws: `IngestionError` as `run(_:)`; then everything stays in the queue.
    public func run(
        _ queue: RefreshQueue, of projects: Set<ProjectKey>? = nil, atOnce: Bool = false
    ) async throws(IngestionError) -> RefreshOutcome {
        do {
            let interval = atOnce ? .zero : configuration.interval
            let taken = try await queue.take(interval: interval, of: projects, at: time.now)
            var keys: Set<RefreshKey> = []
            for (project, taken) in taken {
                let unread = taken.subjects.subtracting(try await known(taken, of: project))
                keys.formUnion(unread.map { RefreshKey(project, $0) })
            }
            let outcome = try await run(keys)
            let reports = Dictionary(outcome.projects.map { ($0.project, $0) }, uniquingKeysWith: { $1 })
            for (project, taken) in taken {
                let report = reports[project]
                try await queue.settle(
                    project, taken, unread: Set((report?.unread ?? []).map(\.subject)),
                    settling: Set((report?.settling ?? []).map(\.subject)),
                    until: time.now.addingTimeInterval(configuration.settling / .seconds(1)), at: time.now)
            }
            return outcome
        } catch let error as IngestionError {
            throw error
        } catch let error as StorageError {
            throw IngestionError(error)
        } catch {
            throw IngestionError(StorageError(.unavailable, detail: "unexpected failure", underlying: error))
        }
    }

    /// Reads what comes into the queue until the surrounding task is cancelled. What is under way then is read again
    /// next time.
    ///
    /// - Parameter report: called after each read that asked anything.
    /// - Throws: `IngestionError` when the token is not accepted or the store fails.
    public func run(
        emptying queue: RefreshQueue, reporting report: @Sendable (RefreshOutcome) async -> Void = { _ in }
    ) async throws(IngestionError) {
        while !Task.isCancelled {
            let outcome = try await run(queue)
            if !outcome.projects.isEmpty { await report(outcome) }
            do {
                try await time.sleep(for: Self.pause)
            } catch {
                return
            }
        }
    }

    /// How soon something new in the queue is seen.
    private static var pause: Duration { .seconds(1) }
}
