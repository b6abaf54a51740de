/// Seconds as a person reads them: the two largest units, `3d 4h`, `2h 5m`, `45s`.
package enum DurationText {
    /// Beyond 285 million years all durations read alike.
    package static func text(_ seconds: Double) -> String {
        let seconds = min(max(seconds, -9e15), 9e15)
        let total = Int(seconds.rounded())
        if total < 60 { return "\(total)s" }
        let minutes = Int((seconds / 60).rounded())
        if total < 3600 { return pair(total / 60, "m", total % 60, "s") }
        if minutes < 24 * 60 { return pair(minutes / 60, "h", minutes % 60, "m") }
        let hours = Int((seconds / 3600).rounded())
        return pair(hours / 24, "d", hours % 24, "h")
    }

    private static func pair(_ large: Int, _ largeUnit: String, _ small: Int, _ smallUnit: String) -> String {
        small == 0 ? "\(large)\(largeUnit)" : "\(large)\(largeUnit) \(small)\(smallUnit)"
    }
}
