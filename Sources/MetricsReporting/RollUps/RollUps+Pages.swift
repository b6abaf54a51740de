import Foundation
import MetricsCore
import MetricsStorage

extension RollUps {
    func key(_ project: ProjectKey, _ month: String) -> StateKey {
        StateKey(namespace: Self.namespace, name: "\(project)/\(month)")
    }

    /// The page and its version; an empty one where there is none that can be read or used.
    func page(
        _ project: ProjectKey, _ month: String, at now: Instant
    ) async throws(StorageError) -> (page: RollUpPage, version: StoredValue.Version?) {
        let stored = try await state.value(for: key(project, month), at: now)
        guard let stored, let page = try? JSONDecoder().decode(RollUpPage.self, from: stored.bytes),
            page.format == 1,
            page.digest == digest
        else { return (RollUpPage(digest: digest), stored?.version) }
        return (page, stored.version)
    }

    /// Keeps the page; `false` when another writer was faster.
    func save(
        _ page: RollUpPage, _ project: ProjectKey, _ month: String, over version: StoredValue.Version?,
        at now: Instant
    ) async throws(StorageError) -> Bool {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let bytes: Data
        do {
            bytes = try encoder.encode(page)
        } catch {
            throw StorageError(.unreadable, detail: "a roll-up cannot be encoded", underlying: error)
        }
        do {
            try await state.set(bytes, for: key(project, month), expecting: version, expiry: nil, at: now)
            return true
        } catch  where error.code == .conflict {
            return false
        }
    }

    /// What each metric keeps of each whole day of that span.
    func measured(
        _ facts: ProjectFacts, in index: BucketIndex, _ columns: [any RollUpColumn]
    ) throws(StorageError) -> [String: [String: Data]] {
        var days: [String: [String: Data]] = [:]
        for label in index.labels { days[label] = [:] }
        for column in columns {
            let kept: [Data?]
            do {
                kept = try column.kept(of: facts, in: index)
            } catch {
                throw StorageError(.unreadable, detail: "a partial cannot be encoded", underlying: error)
            }
            for (label, data) in zip(index.labels, kept) { days[label]?[column.id.rawValue] = data }
        }
        return days
    }

    /// The calendar month that begins with that day, and the one after.
    func month(startingAt start: Instant) -> ReportPeriod {
        let wide = ReportPeriod(
            start: start, end: start.advanced(bySeconds: 32 * 86_400), timeZone: configuration.timeZone)
        return wide.buckets(by: .month).first ?? wide
    }
}
