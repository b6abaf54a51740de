/// Exponential backoff with full jitter: a random span between nothing and a bound that doubles with every
/// attempt, so that many clients that failed together do not come back together.
struct Backoff: Hashable, Sendable {
    /// The bound after the first attempt.
    var first: Duration
    /// What no bound exceeds.
    var longest: Duration

    /// - Parameters:
    ///   - attempt: how often the request has been sent, from 1.
    ///   - random: from 0 to 1; anything else counts as the nearer of them.
    func pause(after attempt: Int, random: Double) -> Duration {
        bound(after: attempt) * (random.isNaN ? 1 : min(max(random, 0), 1))
    }

    func bound(after attempt: Int) -> Duration {
        var bound = first
        for _ in 1..<max(attempt, 1) where bound < longest { bound = bound * 2 }
        return min(bound, longest)
    }
}
