/// Finds by their activity spans the few records a period can concern, without a look at the others.
///
/// Ids stand in buckets by the 2²¹ seconds (24 days) in which their span begins and those in which it ends. Even years of
/// history make only some hundreds of such pairs, so a query looks at each and takes those that can overlap.
struct SpanIndex<ID: Hashable & Sendable>: Sendable {
    private struct Bucket: Hashable {
        var first: Int64
        var last: Int64

        init(_ span: ActivitySpan) {
            first = Self.number(of: span.first)
            last = Self.number(of: span.last)
        }

        static func number(of instant: Instant) -> Int64 { instant.secondsSince1970 >> 21 }
    }

    private var buckets: [Bucket: Set<ID>] = [:]

    mutating func insert(_ id: ID, _ span: ActivitySpan) { buckets[Bucket(span), default: []].insert(id) }

    mutating func remove(_ id: ID, _ span: ActivitySpan) { buckets[Bucket(span)]?.remove(id) }

    /// Ids of all records whose span overlaps the period, and of some whose span nearly does.
    func candidates(for period: Range<Instant>) -> [ID] {
        overlapping(period).flatMap(\.value)
    }

    /// How many candidates there are; O(buckets).
    func count(for period: Range<Instant>) -> Int { overlapping(period).reduce(0) { $0 + $1.value.count } }

    private func overlapping(_ period: Range<Instant>) -> [(key: Bucket, value: Set<ID>)] {
        let first = Bucket.number(of: period.lowerBound)
        let last = Bucket.number(of: period.upperBound)
        return buckets.filter { $0.key.first <= last && first <= $0.key.last }.map { ($0.key, $0.value) }
    }
}
