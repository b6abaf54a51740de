/// A period cut into buckets, and which of them an instant lies in.
public struct BucketIndex: Sendable {
    public let period: ReportPeriod
    public let bucket: Bucket
    /// In order of time; they tile the period, which cuts off the first and the last.
    public let buckets: [ReportPeriod]
    /// One for each bucket: `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1`.
    public let labels: [String]
    /// How many calendar days long each is.
    let dayCounts: [Double]
    /// Where each bucket begins, and where the last one ends.
    private let bounds: [Int64]
    /// Buckets a second, on average.
    private let density: Double

    /// Complexity: O(days of the period).
    public init(of period: ReportPeriod, by bucket: Bucket) {
        self.period = period
        self.bucket = bucket
        var starts: [Int64] = []
        var labels: [String] = []
        var dayCounts: [Double] = []
        var current: CalendarDate?
        for day in period.days {
            let date = CalendarDate(daysSince1970: Int(day.number))
            let first = bucket.start(of: date)
            if first != current {
                current = first
                starts.append(max(day.start, period.start).secondsSince1970)
                labels.append(bucket.label(startingAt: first))
                dayCounts.append(0)
            }
            let within = max(day.start, period.start).seconds(until: min(day.end, period.end))
            dayCounts[dayCounts.count - 1] += Double(within) / Double(day.length)
        }
        bounds = starts.isEmpty ? [] : starts + [period.end.secondsSince1970]
        density = Double(starts.count) / Double(max(1, period.start.seconds(until: period.end)))
        self.labels = labels
        self.dayCounts = dayCounts
        buckets = zip(bounds, bounds.dropFirst()).map { start, end in
            ReportPeriod(
                start: Instant(secondsSince1970: start), end: Instant(secondsSince1970: end),
                timeZone: period.timeZone)
        }
    }

    /// The bucket that holds the instant; `nil` outside the period.
    ///
    /// Complexity: O(1) where buckets are about equally long, as calendar units are; O(log buckets) at worst.
    public func position(of instant: Instant) -> Int32? {
        let seconds = instant.secondsSince1970
        guard let first = bounds.first, let last = bounds.last, seconds >= first, seconds < last else {
            return nil
        }
        return bounds.withUnsafeBufferPointer { bounds in
            // A guess by proportion is right, or next to right.
            var guess = min(Int(Double(seconds - first) * density), bounds.count - 2)
            while bounds[guess] > seconds { guess -= 1 }
            while bounds[guess + 1] <= seconds { guess += 1 }
            return Int32(truncatingIfNeeded: guess)
        }
    }

    /// Calls the body with the bucket of each instant that lies in the period, as `position(of:)` finds it.
    ///
    /// - Parameter instants: in seconds since 1970.
    @inline(__always)
    func forEachPosition(of instants: [Int64], _ body: (_ row: Int, _ bucket: Int) -> Void) {
        guard let first = bounds.first, let last = bounds.last else { return }
        bounds.withUnsafeBufferPointer { bounds in
            let greatest = bounds.count - 2
            for (row, seconds) in instants.enumerated() where first <= seconds && seconds < last {
                var bucket = min(Int(Double(seconds - first) * density), greatest)
                while bounds[bucket] > seconds { bucket -= 1 }
                while bounds[bucket + 1] <= seconds { bucket += 1 }
                body(row, bucket)
            }
        }
    }
}

extension ReportPeriod {
    /// The calendar units the period touches, cut off where it begins and ends.
    public func buckets(by bucket: Bucket) -> [ReportPeriod] { BucketIndex(of: self, by: bucket).buckets }
}
