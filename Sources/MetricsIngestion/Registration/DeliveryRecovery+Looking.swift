import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage
import WireFormat

/// Looking after one owner's hook.
extension DeliveryRecovery {
    /// What a look came to, and what is to be remembered of it once nothing is missing.
    struct Finding: Sendable {
        var recovery = HookRecovery()
        let bookmark: RecoveryBookmark
        var mark: RecoveryMark
        /// No window begins before.
        let earliest: Instant

        init(_ bookmark: RecoveryBookmark, until began: Instant, earliest: Instant) {
            self.bookmark = bookmark
            self.earliest = earliest
            mark = bookmark.mark ?? RecoveryMark(until: began)
            mark.until = began
        }

        /// When all was last known to be there; a hook has missed nothing before it was made.
        var known: Instant {
            bookmark.mark?.until ?? recovery.hook?.createdAt.map { Instant($0) } ?? .distantPast
        }

        func missing(_ reason: MissedWindow.Reason, since: Instant? = nil) -> Self {
            var finding = self
            finding.recovery.missed = MissedWindow(
                reason: reason, since: min(max(since ?? known, earliest), mark.until), until: mark.until)
            return finding
        }
    }

    private static let logReaches: Int64 = 7 * 86_400

    func look(
        after url: String, of owner: HookOwner, until began: Instant, _ earliest: Instant
    ) async throws(IngestionError) -> Finding {
        var finding = Finding(try await bookmark(of: url, owner), until: began, earliest: earliest)
        do throws(IngestionError) {
            finding.recovery.hook = try await registrar.hook(at: url, of: owner)
        } catch {
            switch error.code {
            case .noHook: return finding.missing(.noHook)
            case .forbidden, .tierMissing: return finding.missing(.forbidden)
            default: throw error
            }
        }
        guard let hook = finding.recovery.hook,
            let log = try await log(of: hook, owner, after: finding.mark.lastEvent)
        else { return finding.missing(.noLog) }
        return try await recover(log, of: hook, owner, finding)
    }

    /// Sends again what the log holds, and says what that leaves missing.
    private func recover(
        _ log: HookLog, of hook: Hook, _ owner: HookOwner, _ looked: Finding
    ) async throws(IngestionError) -> Finding {
        var finding = looked
        let lost = log.lost(except: finding.mark.settled)
        let since = log.firstFailure.map { Instant($0) }
        let failures = log.failuresInARow(after: finding.mark.failing)
        finding.recovery.failed = lost.count
        finding.mark.failing = failures.last
        finding.mark.lastEvent = log.entries.first?.id ?? finding.mark.lastEvent
        finding.mark.settled.formIntersection(log.entries.map(\.sending))
        if hook.isResting || failures.last >= HookLog.failuresUntilRest {
            await wake(hook, owner, &finding)
        }
        guard log.isWhole, finding.known.seconds(until: finding.mark.until) <= Self.logReaches else {
            return finding.missing(.logTooShort)
        }
        guard lost.count <= configuration.resendsPerHook else {
            return finding.missing(.tooMany, since: since)
        }
        let failed = try await resend(lost, hook.id, owner, after: finding.mark.failing)
        finding.recovery.resent = lost.count - failed.count
        finding.mark.settled.formUnion(failed)
        if finding.recovery.resent > 0 { finding.mark.failing = 0 }
        if hook.isResting || failures.most >= HookLog.failuresUntilRest {
            // It may rest since before the log goes on.
            return finding.missing(.rested, since: looked.mark.failing == 0 ? since : nil)
        }
        return failed.isEmpty ? finding : finding.missing(.notResent, since: since)
    }

    /// - Returns: `nil` where none can be read.
    private func log(
        of hook: Hook, _ owner: HookOwner, after last: HookEventID?
    ) async throws(IngestionError) -> HookLog? {
        guard owner != .instance else { return nil }
        do throws(GitLabError) {
            return try await HookLog(of: hook.id, at: owner, after: last, client: registrar.client)
        } catch {
            if error.code == .notFound { return nil }
            throw IngestionError(ofHooks: error)
        }
    }

    /// A test that succeeds wakes a hook for good. One that fails leaves it as it is.
    private func wake(_ hook: Hook, _ owner: HookOwner, _ finding: inout Finding) async {
        do throws(GitLabError) {
            try await registrar.client.send(.testHook(hook.id, of: owner))
            finding.mark.failing = 0
            finding.recovery.hook = try await registrar.client.send(.hook(hook.id, of: owner))
        } catch {
            // What was missed is read all the same, and the next look tries again.
        }
    }

    private func bookmark(
        of url: String, _ owner: HookOwner
    ) async throws(IngestionError) -> RecoveryBookmark {
        let place = SHA256.hash(Array(url.utf8)).hexadecimal.prefix(16)
        let key = StateKey(namespace: "recovery", name: "\(registrar.instance)/\(owner)/\(place)")
        do throws(StorageError) {
            return try await RecoveryBookmark(key, in: registrar.state, at: registrar.time.now)
        } catch {
            throw IngestionError(error)
        }
    }
}
