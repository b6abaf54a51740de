/// The numbers of a metric, to which single records are added and from which they are taken away, in moments whatever
/// has been added before.
struct RunningFigures: Sendable {
    var samples = SortedSamples()
    var count = 0
    var hits = 0
    private var exclusions: [ExclusionReason: Int] = [:]
    private var marks: [EvidenceMark: Int] = [:]

    /// Counts what a ledger holds, or takes it away.
    ///
    /// - Parameter sign: 1 or −1.
    mutating func count(_ ledger: EvidenceLedger, sign: Int) {
        for (reason, records) in ledger.exclusions { exclusions[reason, default: 0] += sign * records.count }
        for (mark, records) in ledger.marks { marks[mark, default: 0] += sign * records.count }
    }

    var figures: MetricFigures {
        var figures = MetricFigures()
        figures.count = count
        figures.hits = hits
        figures.distribution = samples.distribution
        figures.exclusions = exclusions.filter { $0.value != 0 }
        figures.marks = marks.filter { $0.value != 0 }
        return figures
    }
}

extension SamplePartial: RunningPartial {
    func add(to figures: inout RunningFigures) {
        if figures.samples.count == 0 {
            figures.samples = SortedSamples(values)
        } else {
            for value in values { figures.samples.insert(value) }
        }
        figures.count += count
        figures.count(ledger, sign: 1)
    }

    func remove(from figures: inout RunningFigures) {
        for value in values { figures.samples.remove(value) }
        figures.count -= count
        figures.count(ledger, sign: -1)
    }
}

extension TallyPartial: RunningPartial {
    func add(to figures: inout RunningFigures) {
        figures.count += base.count
        figures.hits += hits.count
        figures.count(ledger, sign: 1)
    }

    func remove(from figures: inout RunningFigures) {
        figures.count -= base.count
        figures.hits -= hits.count
        figures.count(ledger, sign: -1)
    }
}
