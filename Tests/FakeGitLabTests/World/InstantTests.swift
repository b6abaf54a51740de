import Foundation
import Testing

@testable import FakeGitLab

@Suite("Instants")
struct InstantTests {
    @Test("what is printed reads back, whatever the offset")
    func roundTrip() {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<2000 {
            let instant = Instant(
                microseconds: Int64(random.number(-4_000_000_000_000...4_000_000_000_000)) * 1000)
            let offset = random.number(-14 * 60...14 * 60)
            #expect(Instant(text: instant.text) == instant)
            #expect(Instant(text: instant.text(offsetMinutes: offset)) == instant)
        }
    }

    @Test(
        "they agree with Foundation's calendar",
        arguments: [-11_644_473_600, -1, 0, 951_782_400, 1_709_164_800, 4_107_542_399])
    func foundation(_ seconds: Int) {
        let date = Date(timeIntervalSince1970: Double(seconds))
        #expect(Instant(date).textInSeconds == date.formatted(.iso8601))
    }

    @Test(
        "dates, missing seconds and nonsense",
        arguments: [
            ("2026-01-16", "2026-01-16T00:00:00.000Z"), ("2026-01-16T05:56", "2026-01-16T05:56:00.000Z"),
            ("2026-01-16 05:56:22 +0200", nil), ("2026-01-16T05:56:22+02", "2026-01-16T03:56:22.000Z"),
            ("2026-13-01", nil), ("yesterday", nil), ("", nil), ("2026-01-16T05:56:22Zoo", nil),
        ])
    func parsing(_ text: String, _ expected: String?) {
        #expect(Instant(text: text)?.text == expected)
    }
}
