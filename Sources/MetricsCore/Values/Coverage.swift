/// What is known of the records a value reads: the worst of its projects and kinds, and where the gaps are.
///
/// Merges as partials do: commutative, associative, and `Coverage()` changes nothing.
public struct Coverage: Codable, Hashable, Sendable {
    /// From best to worst.
    public enum State: String, Codable, Hashable, Sendable, CaseIterable, Comparable {
        case complete
        /// Part of the period was read; see `from` and `until`.
        case partial
        case featureOff = "feature_off"
        case tooOld = "too_old"
        case forbidden
        case unreachable
        case notCollected = "not_collected"

        var severity: Int { Self.allCases.firstIndex(of: self) ?? 0 }
        public static func < (lhs: Self, rhs: Self) -> Bool { lhs.severity < rhs.severity }
    }

    /// One kind of record in one project of which not all is known.
    public struct Gap: Codable, Hashable, Sendable, Comparable {
        public let project: ProjectKey
        public let kind: RecordKind
        public let state: State
        /// For a partial one, where in the period knowledge begins, if not at its start.
        public let from: Instant?
        /// For a partial one, where in the period knowledge ends, if not at its end.
        public let until: Instant?

        public static func < (lhs: Self, rhs: Self) -> Bool {
            (lhs.project, lhs.kind) < (rhs.project, rhs.kind)
        }
    }

    /// How many projects were looked at.
    public private(set) var projects = 0
    /// In how many of them everything the metric reads was read, at least for part of the period.
    public private(set) var coveredProjects = 0
    /// In ascending order of project and kind.
    public private(set) var gaps: [Gap] = []
    /// What the way the records were read does not tell, in at least one project. Sorted.
    public private(set) var untold: [UntoldFact] = []

    public init() {}

    /// The worst of all; not collected when there are no projects.
    public var state: State {
        projects == 0 ? .notCollected : gaps.lazy.map(\.state).max() ?? .complete
    }

    public var isComplete: Bool { state == .complete }

    /// The latest beginning of knowledge among the gaps.
    public var from: Instant? { gaps.lazy.compactMap(\.from).max() }
    /// The earliest end of knowledge among the gaps.
    public var until: Instant? { gaps.lazy.compactMap(\.until).min() }

    public mutating func merge(_ other: Self) {
        projects += other.projects
        coveredProjects += other.coveredProjects
        if untold != other.untold { untold = Set(untold + other.untold).sorted() }
        guard !other.gaps.isEmpty else { return }
        gaps = (gaps + other.gaps).sorted()
    }

    /// What is known of a part of the period: a gap that does not reach into it is none there, and where knowledge
    /// begins after it or ended before it, nothing was collected.
    func within(_ part: ReportPeriod) -> Coverage {
        guard gaps.contains(where: { $0.state == .partial }) else { return self }
        var narrowed = self
        narrowed.gaps = gaps.compactMap { $0.within(part) }
        let missing = Set(narrowed.gaps.lazy.filter { $0.state != .partial }.map(\.project))
        narrowed.coveredProjects = projects - missing.count
        return narrowed
    }

    /// Why a count of nothing is not zero; `nil` where something was read.
    var absence: Absence? {
        guard coveredProjects == 0 else { return nil }
        switch state {
        case .complete, .partial: return nil
        case .featureOff: return .featureOff
        case .tooOld: return .tooOld
        case .forbidden: return .forbidden
        case .unreachable: return .unreachable
        case .notCollected: return .notCollected
        }
    }
}

extension Coverage {
    /// What one project's coverage records say about those kinds in the period.
    ///
    /// - Parameter required: what counts as not collected where the way a kind was read does not tell it.
    package init(
        of kinds: [RecordKind], requiring required: [UntoldFact] = [], in records: ProjectRecords,
        project: ProjectKey, period: ReportPeriod
    ) {
        projects = 1
        let extents = kinds.sorted().map { kind in
            (kind, records.coverage[CoverageRecord.ID(project: project, kind: kind)]?.extent.value)
        }
        gaps = extents.compactMap { kind, extent in
            let isTold = extent?.untold.contains(where: required.contains) != true
            return Gap(of: kind, in: project, extent: isTold ? extent : nil, period: period)
        }
        untold = Set(extents.lazy.compactMap(\.1).flatMap(\.untold)).sorted()
        coveredProjects = gaps.allSatisfy { $0.state == .partial } ? 1 : 0
    }
}

extension Coverage.Gap {
    /// The gap as a part of the period sees it; `nil` where it does not reach into it.
    func within(_ part: ReportPeriod) -> Self? {
        guard state == .partial else { return self }
        let from = from.flatMap { $0 > part.start ? $0 : nil }
        let until = until.flatMap { $0 < part.end ? $0 : nil }
        guard from != nil || until != nil else { return nil }
        let isKnown = max(from ?? part.start, part.start) < min(until ?? part.end, part.end)
        return Self(
            project: project, kind: kind, state: isKnown ? .partial : .notCollected,
            from: isKnown ? from : nil, until: isKnown ? until : nil)
    }

    init?(of kind: RecordKind, in project: ProjectKey, extent: CoverageRecord.Extent?, period: ReportPeriod) {
        self.project = project
        self.kind = kind
        guard let extent else {
            (state, from, until) = (.notCollected, nil, nil)
            return
        }
        switch extent.status {
        case .complete, .partial:
            from = extent.since > period.start ? extent.since : nil
            until = extent.until < period.end ? extent.until : nil
            guard from != nil || until != nil else { return nil }
            let touches = max(extent.since, period.start) < min(extent.until, period.end)
            state = touches ? .partial : .notCollected
        case .forbidden: (state, from, until) = (.forbidden, nil, nil)
        case .featureOff: (state, from, until) = (.featureOff, nil, nil)
        case .unreachable: (state, from, until) = (.unreachable, nil, nil)
        case .tooOld: (state, from, until) = (.tooOld, nil, nil)
        }
    }
}
