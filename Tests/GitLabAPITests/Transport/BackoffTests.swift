import Testing

@testable import GitLabAPI

@Suite("Backoff")
struct BackoffTests {
    let backoff = Backoff(first: .seconds(1), longest: .seconds(30))

    @Test("doubles its bound up to the longest", arguments: zip(1...8, [1, 2, 4, 8, 16, 30, 30, 30]))
    func bounds(attempt: Int, seconds: Int) {
        #expect(backoff.bound(after: attempt) == .seconds(seconds))
    }

    @Test("stays between nothing and its bound for any random number", arguments: 0..<200)
    func jitter(seed: Int) {
        var generator = SplitMix(seed: seed)
        let attempt = Int.random(in: -3...1_000_000, using: &generator)
        let random =
            [
                Double.random(in: 0...1, using: &generator), -1, 2, 0, 1, .nan, .infinity, -.infinity,
            ].randomElement(using: &generator) ?? 0
        let pause = backoff.pause(after: attempt, random: random)
        #expect(pause >= .zero && pause <= backoff.bound(after: attempt))
    }

    @Test("uses the whole span")
    func fullJitter() {
        #expect(backoff.pause(after: 3, random: 0) == .zero)
        #expect(backoff.pause(after: 3, random: 0.5) == .seconds(2))
        #expect(backoff.pause(after: 3, random: 1) == .seconds(4))
    }
}
