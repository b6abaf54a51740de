package import MetricsCore

/// Makes up statements about a world so small that they meet: few ids, few instants, equal stamps, and two
/// instances that use the same ids.
package struct RecordGenerator: Sendable {
    package var random: SplitMix64
    /// How often a statement is a tombstone, in percent.
    package var tombstones = 3
    /// How far apart neighbouring instants are, in seconds.
    package var step: Int64 = 1

    package init(seed: UInt64) { random = SplitMix64(seed: seed) }

    package static let instances: [InstanceID] = ["alpha", "beta"]
    package static let projects = instances.flatMap { [ProjectKey($0, 1), ProjectKey($0, 2)] }

    // MARK: choices

    package mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &random)]
    }

    package mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
        Int64.random(in: range, using: &random)
    }

    package mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    package mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? {
        chance(60) ? value(&self) : nil
    }

    /// Before and after 1970, so that floors of negative times are met too.
    package mutating func instant() -> Instant { Instant(secondsSince1970: step * number(-20...20)) }

    package mutating func period() -> Range<Instant> {
        let bounds = [instant(), instant()].sorted()
        return bounds[0]..<bounds[1]
    }

    mutating func stamp() -> Stamp {
        Stamp(
            updatedAt: number(0...3), precision: pick([.second, .millisecond]),
            readBegan: maybe { $0.number(0...3) })
    }

    mutating func register<Value>(_ value: (inout Self) -> Value) -> Register<Value> {
        Register(value(&self), stamp: stamp())
    }

    mutating func existence() -> Register<Existence>? {
        chance(30) ? register { $0.pick([.present, .gone]) } : nil
    }

    mutating func account() -> Account {
        let id = number(1...3)
        return Account(id: id, username: "user-\(id)")
    }

    mutating func accounts() -> [Account] {
        (0..<number(0...2)).map { _ in account() }.sorted()
    }

    mutating func text() -> String { pick(["", "a", "ä", "日本語", "two\nlines \"quoted\"", "👩‍👩‍👧"]) }

    mutating func day() -> String { pick(["2026-01-31", "2026-02-01"]) }

    mutating func sha() -> String { pick(["c0ffee", "decade", "facade"]) }

    mutating func id() -> Int64 { number(1...4) }

    mutating func ids() -> [Int64] { (1...4).filter { _ in chance(50) } }

    /// One statement about something of one of the projects, at times a removal.
    package mutating func statement() -> RecordSet {
        let project = pick(Self.projects)
        if chance(tombstones) { return RecordSet([tombstone(in: project)]) }
        var statement = RecordSet()
        // Nearly every rule about what is live is about listings.
        let kind = chance(20) ? .listing : pick(RecordKind.allCases.filter { $0 != .tombstone })
        statement.insert(record(of: kind, in: project))
        return statement
    }

    package mutating func statements(_ count: Int) -> [RecordSet] { (0..<count).map { _ in statement() } }

    /// That many statements merged.
    package mutating func set(of count: Int) -> RecordSet {
        statements(count).reduce(into: RecordSet()) { $0.merge($1) }
    }
}
