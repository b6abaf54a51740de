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
        var positions = Array(repeating: Int32(-1), count: partial.count)
        var begin = 0
        for columns in partial.columns.values {
            positions.withUnsafeMutableBufferPointer { positions in
                offsets.withUnsafeMutableBufferPointer { offsets in
                    index.forEachPosition(of: columns.records.instants) { row, bucket in
                        positions[begin + row] = Int32(truncatingIfNeeded: bucket)
                        offsets[bucket + 1] += 1
                    }
                }
            }
            begin += columns.values.count
        }
        for bucket in 0..<count { offsets[bucket + 1] += offsets[bucket] }
        var next = offsets
        begin = 0
        for columns in partial.columns.values {
            values.withUnsafeMutableBufferPointer { values in
                next.withUnsafeMutableBufferPointer { next in
                    for (row, value) in columns.values.enumerated() where positions[begin + row] >= 0 {
                        let bucket = Int(positions[begin + row])
                        values[next[bucket]] = value
                        next[bucket] += 1
                    }
                }
            }
            begin += columns.values.count
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
            counts.withUnsafeMutableBufferPointer { counts in
                index.forEachPosition(of: columns.instants) { _, bucket in counts[bucket] += 1 }
            }
        }
        return counts
    }
}
