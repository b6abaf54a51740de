/// Rows sorted into buckets by counting: where each bucket's rows begin, and which rows they are.
struct BucketSort {
    /// By bucket, where its values begin; one more at the end.
    private(set) var offsets: [Int]
    /// The values, bucket after bucket.
    private(set) var values: [UInt32]

    /// O(rows + buckets), in two passes and without a list per bucket.
    init(_ partial: SamplePartial, in index: BucketIndex) {
        let count = index.buckets.count
        offsets = Array(repeating: 0, count: count + 1)
        values = Array(repeating: 0, count: partial.count)
        var positions: [Int32] = []
        positions.reserveCapacity(partial.count)
        for columns in partial.columns.values {
            for instant in columns.records.instants {
                let position = index.position(of: Instant(secondsSince1970: instant)) ?? -1
                positions.append(position)
                if position >= 0 { offsets[Int(position) + 1] += 1 }
            }
        }
        for bucket in 0..<count { offsets[bucket + 1] += offsets[bucket] }
        var next = offsets
        var row = 0
        for columns in partial.columns.values {
            for value in columns.values {
                let position = Int(positions[row])
                row += 1
                guard position >= 0 else { continue }
                values[next[position]] = value
                next[position] += 1
            }
        }
    }

    /// How the values of each bucket are spread; reorders them within their bucket.
    mutating func distributions() -> [Distribution?] {
        values.withUnsafeMutableBufferPointer { values in
            (0..<(offsets.count - 1)).map { bucket in
                Distribution(reordering: .init(rebasing: values[offsets[bucket]..<offsets[bucket + 1]]))
            }
        }
    }
}

extension DatedReferences {
    /// How many fall into each bucket; O(rows).
    func counts(in index: BucketIndex) -> [Int] {
        var counts = Array(repeating: 0, count: index.buckets.count)
        for columns in columns.values {
            for instant in columns.instants {
                if let position = index.position(of: Instant(secondsSince1970: instant)) {
                    counts[Int(position)] += 1
                }
            }
        }
        return counts
    }
}
