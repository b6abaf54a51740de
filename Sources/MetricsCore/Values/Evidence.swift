/// What a value rests on: the records counted, what is special about some, and those left out, with the reason.
public struct Evidence: Codable, Hashable, Sendable {
    /// Records of the period that do not count, for one reason.
    public struct Exclusion: Codable, Hashable, Sendable {
        public let reason: ExclusionReason
        public let references: References
        public var count: Int { references.count }
    }

    /// Counted records that share a peculiarity.
    public struct Note: Codable, Hashable, Sendable {
        public let mark: EvidenceMark
        public let references: References
        public var count: Int { references.count }
    }

    /// How many records (durations, deployments, pipelines) the number was computed from.
    public let sampleSize: Int
    /// Those records.
    public let references: References
    /// For a share, what stands above the line: the failed among the deployments, the successful among the
    /// pipelines, GitLab's incidents. Empty otherwise.
    public let hits: References
    /// By reason, in ascending order. A record may be left out by one reason only, but a bot's comment that was
    /// passed over stands here while its merge request counts.
    public let exclusions: [Exclusion]
    /// By mark, in ascending order.
    public let notes: [Note]

    public init(references: References, hits: References = References(), ledger: EvidenceLedger) {
        sampleSize = references.count
        self.references = references
        self.hits = hits
        exclusions = ledger.exclusions.sorted { $0.key < $1.key }.map {
            Exclusion(reason: $0.key, references: $0.value)
        }
        notes = ledger.marks.sorted { $0.key < $1.key }.map { Note(mark: $0.key, references: $0.value) }
    }

    /// The records left out for that reason.
    public func excluded(_ reason: ExclusionReason) -> References {
        exclusions.first { $0.reason == reason }?.references ?? References()
    }

    /// The counted records with that mark.
    public func marked(_ mark: EvidenceMark) -> References {
        notes.first { $0.mark == mark }?.references ?? References()
    }

    var absence: Absence { exclusions.isEmpty ? .nothingHappened : .allLeftOut }
}
