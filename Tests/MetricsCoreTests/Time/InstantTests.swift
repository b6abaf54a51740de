import Foundation
import MetricsCore
import Testing

@Suite("Instants are whole seconds")
struct InstantTests {
    @Test(
        "cut off towards the past, before 1970 too",
        arguments: [
            (0, 0), (1, 0), (999, 0), (1_000, 1), (-1, -1), (-999, -1), (-1_000, -1), (-1_001, -2),
            (.max, 9_223_372_036_854_775), (.min, -9_223_372_036_854_776),
        ] as [(Int64, Int64)])
    func floors(milliseconds: Int64, seconds: Int64) {
        #expect(Instant(millisecondsSince1970: milliseconds).secondsSince1970 == seconds)
    }

    @Test("a date and its milliseconds are the same instant", arguments: [-1.5, -1, -0.25, 0, 0.75, 1.5])
    func dates(seconds: Double) {
        let instant = Instant(Date(timeIntervalSince1970: seconds))
        #expect(instant == Instant(millisecondsSince1970: Int64(seconds * 1_000)))
        #expect(Instant(instant.date) == instant)
    }

    @Test("dates out of all range become the nearest instant", arguments: [Double.infinity, 1e300, -1e300])
    func extremes(seconds: Double) {
        let instant = Instant(Date(timeIntervalSince1970: seconds))
        #expect(instant.secondsSince1970 == (seconds < 0 ? .min : .max))
    }

    @Test("a span overlaps a period that shares an instant with it")
    func spans() {
        let period = Instant(secondsSince1970: 10)..<Instant(secondsSince1970: 20)
        let cases: [(Int64, Int64, Bool)] = [
            (0, 9, false), (0, 10, true), (19, 30, true), (20, 30, false), (12, 11, true),
        ]
        for (one, other, expected) in cases {
            let span = ActivitySpan(Instant(secondsSince1970: one), Instant(secondsSince1970: other))
            #expect(span.overlaps(period) == expected)
        }
        #expect(ActivitySpan.always.overlaps(period))
        #expect(ActivitySpan(since: Instant(secondsSince1970: -5)).overlaps(period))
    }
}
