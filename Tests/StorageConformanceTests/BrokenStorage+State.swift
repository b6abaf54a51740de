import Foundation
import MetricsCore
import MetricsStorage

extension BrokenStorage {
    private func isLive(_ entry: Entry, at now: Instant) -> Bool {
        guard let expiry = entry.expiry else { return true }
        return switch defect {
        case .expiresLate: now <= expiry
        case .expiresEarly: now < expiry.advanced(bySeconds: -1)
        case .neverExpires: true
        default: now < expiry
        }
    }

    private func stored(_ key: StateKey) -> StateKey {
        switch defect {
        case .foldsCase: StateKey(namespace: key.namespace, name: key.name.lowercased())
        case .confusesKeys: StateKey(namespace: "", name: key.description)
        default: key
        }
    }

    func value(for key: StateKey, at now: Instant) -> StoredValue? {
        guard let entry = entries[stored(key)], isLive(entry, at: now) else { return nil }
        return entry.value
    }

    @discardableResult
    func set(
        _ bytes: Data, for key: StateKey, expecting expected: StoredValue.Version?, expiry: Instant?,
        at now: Instant
    ) async throws(StorageError) -> StoredValue.Version {
        let old = value(for: key, at: now)
        let excused = defect == .setsUnseen || defect == .neverConflictsOnAbsent && old == nil
        guard excused || old?.version == expected else { throw StorageError(.conflict, detail: "") }
        if defect == .setsInTwoSteps { await Task.yield() }
        if defect == .restartsVersions {
            lastVersion = old?.version.rawValue ?? 0
        }
        if defect != .keepsVersion || old == nil { lastVersion += 1 }
        let version = StoredValue.Version(rawValue: lastVersion)
        let expiry = defect == .keepsFirstExpiry ? entries[stored(key)]?.expiry ?? expiry : expiry
        entries[stored(key)] = Entry(value: StoredValue(bytes: bytes, version: version), expiry: expiry)
        return version
    }

    func remove(
        _ key: StateKey, expecting expected: StoredValue.Version, at now: Instant
    ) throws(StorageError) {
        guard defect == .removesUnseen || value(for: key, at: now)?.version == expected else {
            throw StorageError(.conflict, detail: "")
        }
        if defect != .keepsRemoved { entries[stored(key)] = nil }
    }

    func keys(in namespace: String, prefix: String, at now: Instant) -> [StateKey] {
        let keys = entries.filter { key, entry in
            let isHere = defect == .listsAllNamespaces || key.namespace == namespace
            let isWanted =
                switch defect {
                case .listsContaining: prefix.isEmpty || key.name.contains(prefix)
                case .listsIgnoringCase: key.name.lowercased().hasPrefix(prefix.lowercased())
                default: key.name.utf8.starts(with: prefix.utf8)
                }
            return isHere && isWanted && (defect == .listsExpired || isLive(entry, at: now))
        }.map(\.key)
        return defect == .listsUnsorted ? keys.sorted().reversed() : keys.sorted()
    }
}
