import MetricsCore

/// All that the golden page says of one metric, whether typed, measured, or read from the page.
struct GoldenFigures: Equatable {
    /// How durations are spread, in seconds, or what is counted of each merge request.
    struct Spread: Equatable {
        var min, median, mean, p75, p90, p95, max: Double

        var inMillionths: Spread {
            Spread(
                min: min.inMillionths, median: median.inMillionths, mean: mean.inMillionths,
                p75: p75.inMillionths, p90: p90.inMillionths, p95: p95.inMillionths, max: max.inMillionths)
        }
    }

    /// `none` on the page where there is none.
    var number: Double?
    var sampleSize: Int
    var spread: Spread?
    /// Names as the page has them, sorted as text.
    var counted: [String]
    /// The failed among the deployments, the successful among the pipelines.
    var hits: [String] = []
    var leftOut: [String: [String]] = [:]
    var marked: [String: [String]] = [:]
    var coverage = "complete"

    init(
        number: Double?, spread: Spread? = nil, counted: String, hits: String = "",
        leftOut: [String: String] = [:],
        marked: [String: String] = [:], coverage: String = "complete"
    ) {
        self.coverage = coverage
        self.number = number?.inMillionths
        self.spread = spread?.inMillionths
        self.counted = GoldenPage.names(in: counted)
        self.hits = GoldenPage.names(in: hits)
        self.leftOut = leftOut.mapValues(GoldenPage.names)
        self.marked = marked.mapValues(GoldenPage.names)
        sampleSize = self.counted.count
    }
}

extension GoldenFigures {
    init(measured value: MetricValue) {
        number = value.number?.inMillionths
        sampleSize = value.evidence.sampleSize
        spread = value.distribution.map { spread in
            Spread(
                min: spread.min, median: spread.median, mean: spread.mean, p75: spread.p75, p90: spread.p90,
                p95: spread.p95, max: spread.max
            ).inMillionths
        }
        counted = Self.names(value.evidence.references)
        hits = Self.names(value.evidence.hits)
        for exclusion in value.evidence.exclusions {
            leftOut[exclusion.reason.rawValue] = Self.names(exclusion.references)
        }
        for note in value.evidence.notes { marked[note.mark.rawValue] = Self.names(note.references) }
        coverage = value.coverage.state.rawValue
    }

    /// As the page names records.
    static func names(_ references: References) -> [String] {
        references.map { reference in
            let id = Int(reference.id) ?? 0
            return switch reference.kind {
            case .mergeRequest: "!\(id - 700)"
            case .issue: "#\(id - 800)"
            case .note: "note \(id)"
            case .commit: "commit \(reference.id.suffix(40).prefix(8))"
            case .release: "release \(reference.id.split(separator: "/").last ?? "")"
            default: reference.id
            }
        }.sorted()
    }
}

extension GoldenFigures {
    init(_ metric: MetricID, on page: GoldenPage) {
        let values = page.table(metric.rawValue, "figure")["value"]
        number = values["number"].flatMap(GoldenPage.number)?.inMillionths
        sampleSize = values["sample size"].flatMap { Int($0) } ?? 0
        let seconds = ["min", "median", "mean", "p75", "p90", "p95", "max"].compactMap {
            values[$0].flatMap(GoldenPage.number)?.inMillionths
        }
        if seconds.count == 7 {
            spread = Spread(
                min: seconds[0], median: seconds[1], mean: seconds[2], p75: seconds[3], p90: seconds[4],
                p95: seconds[5], max: seconds[6])
        }
        counted = GoldenPage.names(in: values["counted"] ?? "")
        hits = GoldenPage.names(in: values["of these"] ?? "")
        for (figure, value) in values {
            let words = figure.split(separator: ", ")
            guard words.count == 2 else { continue }
            if words[0] == "left out" { leftOut[String(words[1])] = GoldenPage.names(in: value) }
            if words[0] == "marked" { marked[String(words[1])] = GoldenPage.names(in: value) }
        }
        coverage = values["coverage"] ?? ""
    }
}

extension Double {
    /// Rounded to six decimals: what is left of the error of floating point falls away.
    var inMillionths: Double { (self * 1_000_000).rounded() / 1_000_000 }
}
