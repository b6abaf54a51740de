/// What of one project is to be read anew, as it is stored.
struct WaitingKeys: Hashable, Sendable {
    struct Entry: Codable, Hashable, Sendable {
        /// How often it was told: what is told while it is read must be read again.
        var count: Int
        /// In milliseconds since 1970.
        var due: Int64
        /// From when on a read of it shows what was told last, in milliseconds since 1970; `nil` when that is not known.
        var told: Int64?
    }

    private(set) var entries: [RefreshKey.Subject: Entry] = [:]
    /// When the project was read last, in milliseconds since 1970.
    private(set) var readAt: Int64?
    /// How often in a row something was left unread.
    private(set) var failures = 0

    init(
        _ entries: [RefreshKey.Subject: Entry] = [:], readAt: Int64? = nil, failures: Int = 0
    ) {
        self.entries = entries
        self.readAt = readAt
        self.failures = failures
    }

    mutating func add(_ subjects: [RefreshKey.Subject], told: Int64, due: Int64) {
        // No branch has a line end in its name, and stored lines must not.
        for subject in subjects where !subject.description.utf8.contains(UInt8(ascii: "\n")) {
            guard let known = entries[subject] else {
                entries[subject] = Entry(count: 1, due: due, told: told)
                continue
            }
            entries[subject] = Entry(
                count: known.count + 1, due: min(known.due, due), told: known.told.map { max($0, told) })
        }
    }

    /// How long ago the project was read stays known.
    mutating func forget() {
        entries = [:]
        failures = 0
    }

    /// When the project is to be read next, in milliseconds since 1970; `nil` while nothing waits.
    func due(_ interval: Duration) -> Int64? {
        guard let first = entries.values.lazy.map(\.due).min() else { return nil }
        guard let readAt else { return first }
        let pause = Int64(interval / .milliseconds(1)) << min(failures, 6)
        return max(first, readAt + pause)
    }

    mutating func take(_ interval: Duration, at now: Int64) -> Taken? {
        guard let due = due(interval), due <= now else { return nil }
        readAt = now
        return Taken(entries: entries.filter { $0.value.due <= now })
    }

    mutating func settle(_ taken: Taken, unread: Set<RefreshKey.Subject>) {
        failures = unread.isEmpty ? 0 : failures + 1
        for (subject, entry) in taken.entries where !unread.contains(subject) {
            if entries[subject]?.count == entry.count { entries[subject] = nil }
        }
    }
}

/// What was handed out to be read, as it stood by then.
struct Taken: Hashable, Sendable {
    var entries: [RefreshKey.Subject: WaitingKeys.Entry]
    var subjects: Set<RefreshKey.Subject> { Set(entries.keys) }
}
