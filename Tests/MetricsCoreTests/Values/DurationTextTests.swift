import MetricsCore
import Testing

@Suite("Durations in words")
struct DurationTextTests {
    @Test(
        "A duration shows its two largest units, rounded to the smaller",
        arguments: [
            (0, "0s"), (59, "59s"), (59.6, "1m"), (60, "1m"), (61, "1m 1s"), (3599, "59m 59s"), (3600, "1h"),
            (3660, "1h 1m"), (3629, "1h"), (3631, "1h 1m"), (86_399, "1d"), (86_400, "1d"), (90_000, "1d 1h"),
            (7 * 86_400 + 3 * 3600, "7d 3h"), (400 * 86_400, "400d"),
        ] as [(Double, String)])
    func twoUnits(seconds: Double, text: String) {
        #expect(DurationText.text(seconds) == text)
    }

    @Test(
        "No sum of durations is too long, or too far below zero",
        arguments: [1e16, 1e22, .greatestFiniteMagnitude])
    func beyond(seconds: Double) {
        #expect(DurationText.text(seconds) == DurationText.text(9e15))
        #expect(DurationText.text(-seconds) == "-9000000000000000s")
    }

    @Test("Any duration up to a year reads back to within half its smaller unit")
    func closeToTheTruth() {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        for step in 0..<5000 {
            let seconds = Double(step * step)
            let parts = DurationText.text(seconds).split(separator: " ")
            let read = parts.reduce(0) {
                $0 + (Double($1.dropLast()) ?? .nan) * (units[$1.last ?? "?"] ?? .nan)
            }
            let tolerance = seconds < 3600 ? 0.5 : seconds < 86_400 ? 30 : 1800
            #expect(abs(read - seconds) <= tolerance, "\(seconds) reads \(parts)")
        }
    }
}
