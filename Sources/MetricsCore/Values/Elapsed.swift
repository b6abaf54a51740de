/// The time between two instants as metrics take it: whole seconds, never negative.
enum Elapsed: Hashable {
    /// Up to 136 years.
    case seconds(UInt32)
    /// The end lies before the start.
    case backwards
    /// Longer than any change can take; one of the instants is wrong.
    case implausible

    init(from start: Instant, to end: Instant) {
        let (seconds, overflow) = end.secondsSince1970.subtractingReportingOverflow(start.secondsSince1970)
        if end < start {
            self = .backwards
        } else if !overflow, let seconds = UInt32(exactly: seconds) {
            self = .seconds(seconds)
        } else {
            self = .implausible
        }
    }
}
