/// What of one project is to be read anew, as it is stored.
struct WaitingKeys: Codable, Hashable, Sendable {
    struct Entry: Codable, Hashable, Sendable {
        /// How often it was told: what is told while it is read must be read again.
        var count: Int
        /// In milliseconds since 1970.
        var due: Int64
    }

    /// The version of the encoded form; a newer one is not understood.
    private(set) var format = 1
    private(set) var entries: [RefreshKey.Subject: Entry] = [:]
    /// When the project was read last, in milliseconds since 1970.
    private(set) var readAt: Int64?
    /// How often in a row something was left unread.
    private(set) var failures = 0

    init() {}

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        format = try fields.decode(Int.self, forKey: .format)
        guard format == 1 else {
            throw DecodingError.dataCorruptedError(
                forKey: .format, in: fields, debugDescription: "format \(format) is newer than this library")
        }
        entries = try fields.decode([RefreshKey.Subject: Entry].self, forKey: .entries)
        readAt = try fields.decodeIfPresent(Int64.self, forKey: .readAt)
        failures = try fields.decode(Int.self, forKey: .failures)
    }

    mutating func add(_ subjects: [RefreshKey.Subject], due: Int64) {
        for subject in subjects {
            let known = entries[subject]
            entries[subject] = Entry(count: (known?.count ?? 0) + 1, due: min(known?.due ?? due, due))
        }
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
        return Taken(counts: entries.filter { $0.value.due <= now }.mapValues(\.count))
    }

    mutating func settle(_ taken: Taken, unread: Set<RefreshKey.Subject>) {
        failures = unread.isEmpty ? 0 : failures + 1
        for (subject, count) in taken.counts where !unread.contains(subject) {
            if entries[subject]?.count == count { entries[subject] = nil }
        }
    }
}

/// What was handed out to be read, and how often it had been told by then.
struct Taken: Hashable, Sendable {
    var counts: [RefreshKey.Subject: Int]
    var subjects: Set<RefreshKey.Subject> { Set(counts.keys) }
}
