/// What a number means: from when to when, of what, by which statistic. Printed with every value.
///
/// Change a field to ask another question: a definition is a plain value, and `description` follows.
public struct MetricDefinition: Codable, Hashable, Sendable {
    /// A named choice of all fields, kept with the value so that a reader knows whose number it is.
    public struct Preset: RawRepresentable, Hashable, Codable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        /// This package's own definitions (Documentation/Metrics).
        public static let standard = Self(rawValue: "standard")
        /// What GitLab itself would show.
        public static let gitLab = Self(rawValue: "gitlab")
        /// As the DORA report of 2021 measures.
        public static let dora2021 = Self(rawValue: "dora2021")
        /// As the DORA report of 2023 measures.
        public static let dora2023 = Self(rawValue: "dora2023")
    }

    /// What is measured, in the plural: "merge requests deployed to production".
    public var subject: String
    /// For durations, what they run from.
    public var start: Moment?
    /// For durations, what they run to; it decides in which period one counts.
    public var end: Moment?
    public var statistic: Statistic
    public var inclusion: Inclusion
    /// For durations, how time is measured.
    public var calendar: WorkTime
    /// For failures, on what grounds one is held against a deployment.
    public var attribution: Set<FailureAttribution.Basis>
    public var preset: Preset

    public init(
        subject: String, start: Moment? = nil, end: Moment? = nil, statistic: Statistic,
        inclusion: Inclusion = .standard, calendar: WorkTime = .elapsed,
        attribution: Set<FailureAttribution.Basis> = Set(FailureAttribution.Basis.allCases),
        preset: Preset = .standard
    ) {
        self.subject = subject
        self.start = start
        self.end = end
        self.statistic = statistic
        self.inclusion = inclusion
        self.calendar = calendar
        self.attribution = attribution
        self.preset = preset
    }
}

extension MetricDefinition: CustomStringConvertible {
    /// The definition as one sentence.
    public var description: String {
        var sentence = statistic.phrase + " " + subject
        if let start, let end { sentence += ", from \(start.phrase) to \(end.phrase)" }
        if calendar != .elapsed { sentence += "; \(calendar)" }
        if attribution.count < FailureAttribution.Basis.allCases.count {
            let grounds = attribution.sorted { $0.rawValue < $1.rawValue }.map { "\($0)" }
            sentence += "; failures by \(grounds.joined(separator: ", "))"
        }
        return sentence + "; " + inclusion.description + "."
    }
}

extension Statistic {
    var phrase: String {
        switch self {
        case .median: "Median over"
        case .mean: "Mean over"
        case .p75: "75th percentile over"
        case .p90: "90th percentile over"
        case .p95: "95th percentile over"
        case .medianOfDailyMedians: "Median of the daily medians over"
        case .total: "Number of"
        case .sum: "Sum over"
        case .perDay: "Number per calendar day of"
        case .perWeek: "Number per week of"
        case .share: "Share of"
        case .ratio: "Ratio of"
        }
    }
}

extension Moment {
    var phrase: String { rawValue.split(separator: "_").joined(separator: " ") }
}
