/// How many rows to ask for at once: as many as the instance's limit of complexity allows, fewer after it gave up on
/// a query, more again when all goes well.
///
/// <https://docs.gitlab.com/api/graphql/#max-query-complexity>
public struct GraphQLPageSize: Hashable, Sendable {
    public static let largest = 100
    /// Below this a page is not worth its request; a query that fails even so fails.
    public static let smallest = 10

    /// What the next page asks for.
    public private(set) var rows: Int
    /// No page may be larger; learned from scores.
    private var bound = Self.largest
    /// Pages that went well since the last that did not.
    private var successes = 0

    public init(_ rows: Int = 50) { self.rows = min(max(rows, Self.smallest), Self.largest) }

    /// Half as many; `false` when it cannot get smaller.
    public mutating func shrink(from failed: Int) -> Bool {
        guard failed > Self.smallest else { return false }
        bound = min(bound, max(failed - 1, Self.smallest))
        rows = min(rows, max(failed / 2, Self.smallest))
        successes = 0
        return true
    }

    /// Learns from a page that came. The score grows by one hundredth of its base with each row asked for.
    public mutating func succeed(_ asked: Int, _ complexity: QueryComplexity?) {
        if let complexity, complexity.score > 0, complexity.limit > 0 {
            // A tenth is left for what the score does not show.
            let base = Double(complexity.score) / (1 + 0.01 * Double(asked))
            let affordable = (0.95 * Double(complexity.limit) / base - 1) * 100
            bound = min(Self.largest, max(Self.smallest, Int(affordable)))
        }
        successes += 1
        // After a failure the size grows back a little at a time, however low the score: time failed, not cost.
        if rows < bound, successes >= 3 {
            rows = min(bound, rows + max(5, rows / 4))
            successes = 0
        }
        rows = min(rows, bound)
    }
}
