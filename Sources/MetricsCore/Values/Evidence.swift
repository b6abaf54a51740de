/// What a value rests on: the records counted, what is special about some, and those left out, with the reason.
///
/// Where only roll-ups or running figures are kept, the records themselves are not listed (`isListed`), but their
/// numbers are.
public struct Evidence: Codable, Hashable, Sendable {
    /// Records of the period that do not count, for one reason.
    public struct Exclusion: Codable, Hashable, Sendable {
        public let reason: ExclusionReason
        public let count: Int
        /// Empty where they are not listed.
        public let references: References

        public init(reason: ExclusionReason, count: Int, references: References = References()) {
            self.reason = reason
            self.count = count
            self.references = references
        }
    }

    /// Counted records that share a peculiarity.
    public struct Note: Codable, Hashable, Sendable {
        public let mark: EvidenceMark
        public let count: Int
        /// Empty where they are not listed.
        public let references: References

        public init(mark: EvidenceMark, count: Int, references: References = References()) {
            self.mark = mark
            self.count = count
            self.references = references
        }
    }

    /// How many records (durations, deployments, pipelines) the number was computed from.
    public let sampleSize: Int
    /// Those records; empty where they are not listed.
    public let references: References
    /// For a share, how many stand above the line.
    public let hitCount: Int
    /// For a share, what stands above the line: the failed among the deployments, the successful among the
    /// pipelines, GitLab's incidents. Empty otherwise.
    public let hits: References
    /// By reason, in ascending order. A record may be left out by one reason only, but a bot's comment that was
    /// passed over stands here while its merge request counts.
    public let exclusions: [Exclusion]
    /// By mark, in ascending order.
    public let notes: [Note]
    /// Whether the records are named, or only counted.
    public let isListed: Bool

    public init(references: References, hits: References = References(), ledger: EvidenceLedger) {
        sampleSize = references.count
        self.references = references
        hitCount = hits.count
        self.hits = hits
        exclusions = ledger.exclusions.sorted { $0.key < $1.key }.map {
            Exclusion(reason: $0.key, count: $0.value.count, references: $0.value.references)
        }
        notes = ledger.marks.sorted { $0.key < $1.key }.map {
            Note(mark: $0.key, count: $0.value.count, references: $0.value.references)
        }
        isListed = true
    }

    /// Numbers alone.
    public init(
        sampleSize: Int, hitCount: Int = 0, exclusions: [ExclusionReason: Int] = [:],
        notes: [EvidenceMark: Int] = [:]
    ) {
        self.sampleSize = sampleSize
        self.hitCount = hitCount
        references = References()
        hits = References()
        self.exclusions = exclusions.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map {
            Exclusion(reason: $0.key, count: $0.value)
        }
        self.notes = notes.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map {
            Note(mark: $0.key, count: $0.value)
        }
        isListed = false
    }

    /// The records left out for that reason.
    public func excluded(_ reason: ExclusionReason) -> References {
        exclusions.first { $0.reason == reason }?.references ?? References()
    }

    /// The counted records with that mark.
    public func marked(_ mark: EvidenceMark) -> References {
        notes.first { $0.mark == mark }?.references ?? References()
    }

    /// The numbers of it, without the records.
    public var counted: Evidence {
        Evidence(
            sampleSize: sampleSize, hitCount: hitCount,
            exclusions: Dictionary(uniqueKeysWithValues: exclusions.map { ($0.reason, $0.count) }),
            notes: Dictionary(uniqueKeysWithValues: notes.map { ($0.mark, $0.count) }))
    }

    var absence: Absence { exclusions.isEmpty ? .nothingHappened : .allLeftOut }
}
