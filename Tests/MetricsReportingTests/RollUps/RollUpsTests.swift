import Foundation
import MetricsCore
import MetricsReporting
import MetricsStorage
import Testing

@Suite("Roll-ups")
struct RollUpsTests {
    static let now = Instant(secondsSince1970: 1_800_000_000)

    static func zone(_ name: String) throws -> TimeZone { try #require(TimeZone(identifier: name)) }

    /// The span of `LiveWorld`, from and to odd instants.
    static func period(_ zone: TimeZone) -> ReportPeriod {
        ReportPeriod(
            start: Instant(secondsSince1970: 1_708_990_123), end: Instant(secondsSince1970: 1_713_000_321),
            timeZone: zone)
    }

    @Test("After any changes they say what records say, exactly", arguments: 1...6)
    func exact(seed: Int) async throws {
        let zone = try Self.zone(["GMT", "Europe/Berlin", "Pacific/Apia"][seed % 3])
        let (storage, period) = (InMemoryStorage(), Self.period(zone))
        let reporter = MetricsReporter(
            storage: storage, configuration: .init(metrics: MetricCatalogue.all, breaksDownByProject: false))
        let rollUps = RollUps(of: reporter, in: storage, configuration: .init(timeZone: zone))
        var world = LiveWorld(seed: UInt64(seed))
        await storage.merge(world.beginning())
        for step in 0..<10 {
            let anew = try await reporter.report(for: period)
            let kept = try await rollUps.report(for: period, at: Self.now)
            for value in kept { #expect(value == anew[value.metric], "\(value.metric) at step \(step)") }
            #expect(kept.count == anew.total.values.count)
            try await rollUps.update(after: await storage.merge(world.next()), at: Self.now)
        }
    }

    @Test("Condensed, they count exactly, and quantiles are within 1 %", arguments: 1...4)
    func condensed(seed: Int) async throws {
        let (storage, period) = (InMemoryStorage(), Self.period(.gmt))
        let reporter = MetricsReporter(
            storage: storage, configuration: .init(metrics: MetricCatalogue.all, breaksDownByProject: false))
        let rollUps = RollUps(of: reporter, in: storage, configuration: .init(precision: .condensed))
        var world = LiveWorld(seed: UInt64(seed))
        await storage.merge(world.beginning())
        for _ in 0..<6 {
            let anew = try await reporter.report(for: period)
            for value in try await rollUps.report(for: period, at: Self.now) {
                let exact = try #require(anew[value.metric])
                #expect(value.evidence.counted == exact.evidence.counted, "\(value.metric)")
                #expect(value.coverage == exact.coverage)
                #expect((value.number == nil) == (exact.number == nil), "\(value.metric)")
                guard let number = value.number, let known = exact.number else { continue }
                #expect(
                    abs(number - known) <= 0.01 * abs(known) + 1e-9,
                    "\(value.metric): \(number), exactly \(known)")
            }
            try await rollUps.update(after: await storage.merge(world.next()), at: Self.now)
        }
    }

    @Test("What is kept is read, not made anew, until definitions change")
    func reads() async throws {
        let storage = await SampleStore.storage()
        let reporter = MetricsReporter(storage: storage)
        let rollUps = RollUps(of: reporter, in: storage)
        let before = try await rollUps.report(for: SampleStore.period, at: Self.now)
        let changes = await storage.merge(RecordSet([SampleStore.mergeRequest(77, day: 2, after: 5)]))
        #expect(try await rollUps.report(for: SampleStore.period, at: Self.now) == before)
        let other = MetricsReporter(
            storage: storage,
            configuration: .init(metrics: [TimeToMerge().redefined { $0.statistic = .mean }]))
        let mean = try await RollUps(of: other, in: InMemoryStorage()).report(
            for: SampleStore.period, at: Self.now)
        #expect(mean.first?.evidence.sampleSize == 5)
        try await rollUps.update(after: changes, at: Self.now)
        let after = try await rollUps.report(for: SampleStore.period, at: Self.now)
        #expect(after.first { $0.metric == .timeToMerge }?.evidence.sampleSize == 5)
    }

    @Test("A damaged page is made anew")
    func damaged() async throws {
        let storage = await SampleStore.storage()
        let rollUps = RollUps(of: MetricsReporter(storage: storage), in: storage)
        let values = try await rollUps.report(for: SampleStore.period, at: Self.now)
        for key in await storage.keys(in: "rollup", prefix: "", at: Self.now) {
            let stored = try #require(await storage.value(for: key, at: Self.now))
            try await storage.set(
                Data("{\"format\":9".utf8), for: key, expecting: stored.version, expiry: nil, at: Self.now)
        }
        #expect(try await rollUps.report(for: SampleStore.period, at: Self.now) == values)
    }
}
