import MetricsCore

/// A value in words, the same in a terminal and in Markdown.
struct MetricText {
    let value: MetricValue

    var title: String { Self.sentence(value.metric.rawValue) }

    /// The number with its unit, or a dash.
    var number: String {
        Self.text(value.number, value.unit)
    }

    /// A number of that unit, or a dash.
    static func text(_ number: Double?, _ unit: MetricUnit) -> String {
        guard let number else { return "–" }
        return switch unit {
        case .seconds: DurationText.text(number)
        case .share: NumberText.percent(number)
        case .perDay: "\(NumberText.text(number)) a day"
        case .perWeek: "\(NumberText.text(number)) a week"
        case .lines: "\(NumberText.text(number)) lines"
        case .files: "\(NumberText.text(number)) files"
        case .count, .ratio: NumberText.text(number)
        }
    }

    /// By which statistic the number was made.
    var statistic: String {
        switch value.definition.statistic {
        case .perDay: "per calendar day"
        case .perWeek: "per week"
        case .total: "count"
        default: Self.words(value.definition.statistic.rawValue)
        }
    }

    /// The far end of a distribution, or what was divided by what.
    var spread: String {
        if let distribution = value.distribution { return "p90 \(Self.text(distribution.p90, value.unit))" }
        guard let fraction = value.fraction else { return "" }
        let parts = [fraction.numerator, fraction.denominator].map(NumberText.text)
        return switch value.unit {
        case .perDay: "\(parts[0]) in \(parts[1]) days"
        case .perWeek: "\(parts[0]) in \(parts[1]) weeks"
        case .share: "\(parts[0]) of \(parts[1])"
        default: "\(parts[0]) ÷ \(parts[1])"
        }
    }

    var sample: String { String(value.evidence.sampleSize) }

    /// What is known of the records, or why there is no number.
    var coverage: String {
        let state = value.coverage.state == .complete ? "" : Self.words(value.coverage.state.rawValue)
        let reason = value.absence.map { Self.words($0.rawValue) } ?? ""
        if reason.isEmpty { return state.isEmpty ? "complete" : state + extent }
        return state.isEmpty || state == reason ? reason : "\(reason); \(state)\(extent)"
    }

    /// Records of the period that do not count, by reason: `2 bot, 1 draft`.
    var leftOut: String {
        value.evidence.exclusions.map { "\($0.count) \(Self.words($0.reason.rawValue))" }.joined(
            separator: ", ")
    }

    private var extent: String {
        let from = value.coverage.from.map { " from \(PeriodText.day($0, in: value.period.timeZone))" }
        let until = value.coverage.until.map { " until \(PeriodText.minute($0, in: value.period.timeZone))" }
        return (from ?? "") + (until ?? "")
    }

    static func words(_ name: String) -> String { name.replacing("_", with: " ") }

    static func sentence(_ name: String) -> String {
        let words = words(name)
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
