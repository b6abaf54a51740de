import Foundation
import MetricsCore
import Testing

@Suite("Buckets of a period")
struct BucketTests {
    static let zones = [
        "GMT", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia",
        "Pacific/Kiritimati", "Etc/GMT+12",
    ]

    private func period(_ random: inout PseudoRandom, _ zone: String) throws -> ReportPeriod {
        let start = Int64.random(in: 1_300_000_000...1_800_000_000, using: &random)
        return ReportPeriod(
            start: Instant(secondsSince1970: start),
            end: Instant(secondsSince1970: start + Int64.random(in: 1...(500 * 86_400), using: &random)),
            timeZone: try #require(TimeZone(identifier: zone)))
    }

    @Test(
        "They tile the period, and each instant lies in the one that says so", arguments: zones,
        Bucket.allCases)
    func tile(zone: String, bucket: Bucket) throws {
        var random = PseudoRandom(seed: 7)
        for _ in 0..<3 {
            let period = try period(&random, zone)
            let index = BucketIndex(of: period, by: bucket)
            #expect(index.buckets.first?.start == period.start)
            #expect(index.buckets.last?.end == period.end)
            #expect(zip(index.buckets, index.buckets.dropFirst()).allSatisfy { $0.end == $1.start })
            #expect(index.buckets.allSatisfy { $0.start < $0.end })
            #expect(Set(index.labels).count == index.labels.count)
            for (position, piece) in index.buckets.enumerated() {
                #expect(index.position(of: piece.start) == Int32(position))
                #expect(index.position(of: piece.end.advanced(bySeconds: -1)) == Int32(position))
            }
            #expect(index.position(of: period.end) == nil)
            #expect(index.position(of: period.start.advanced(bySeconds: -1)) == nil)
        }
    }

    @Test("Their bounds are those of Foundation's calendar", arguments: zones, [Bucket.day, .week, .month])
    func calendar(zone: String, bucket: Bucket) throws {
        var random = PseudoRandom(seed: 11)
        let period = try period(&random, zone)
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = period.timeZone
        let unit: Calendar.Component =
            switch bucket {
            case .day: .day
            case .week: .weekOfYear
            default: .month
            }
        for piece in period.buckets(by: bucket).dropFirst() {
            let interval = try #require(calendar.dateInterval(of: unit, for: piece.start.date))
            #expect(Instant(interval.start) == piece.start)
        }
    }

    @Test("They are named as people name them")
    func labels() throws {
        let start = try Date("2025-12-29T00:00:00Z", strategy: .iso8601)
        let end = try Date("2026-07-02T00:00:00Z", strategy: .iso8601)
        let period = ReportPeriod(start: Instant(start), end: Instant(end), timeZone: .gmt)
        #expect(BucketIndex(of: period, by: .quarter).labels == ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"])
        #expect(BucketIndex(of: period, by: .month).labels.first == "2025-12")
        #expect(BucketIndex(of: period, by: .week).labels.prefix(2) == ["2026-W01", "2026-W02"])
        #expect(BucketIndex(of: period, by: .day).labels.first == "2025-12-29")
    }

    @Test("An empty period has none, and what is far away lies in none")
    func empty() {
        let now = Instant(secondsSince1970: 0)
        let index = BucketIndex(of: ReportPeriod(start: now, end: now, timeZone: .gmt), by: .week)
        #expect(index.buckets.isEmpty)
        #expect(index.position(of: now) == nil)
        let day = ReportPeriod(start: now, end: now.advanced(bySeconds: 86_400), timeZone: .gmt)
        for extreme in [Int64.min, .max] {
            #expect(BucketIndex(of: day, by: .day).position(of: Instant(secondsSince1970: extreme)) == nil)
        }
    }

    @Test("Before a month comes the month before, before three days three days, before ten seconds ten")
    func previous() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
        func instant(_ text: String) throws -> Instant { Instant(try Date(text, strategy: .iso8601)) }
        let march = ReportPeriod(
            start: try instant("2026-02-28T23:00:00Z"), end: try instant("2026-03-31T22:00:00Z"),
            timeZone: zone)
        #expect(march.previous.start == (try instant("2026-01-31T23:00:00Z")))
        #expect(march.previous.end == march.start)
        let days = ReportPeriod(
            start: try instant("2026-03-28T23:00:00Z"), end: try instant("2026-03-31T22:00:00Z"),
            timeZone: zone)
        #expect(days.previous.start == (try instant("2026-03-25T23:00:00Z")))
        let odd = ReportPeriod(
            start: march.start.advanced(bySeconds: 5), end: march.start.advanced(bySeconds: 15),
            timeZone: zone)
        #expect(odd.previous.start == march.start.advanced(bySeconds: -5))
    }
}
