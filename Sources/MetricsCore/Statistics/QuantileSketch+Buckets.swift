/// Each bucket holds the whole numbers a…⌊a × 101 ÷ 99⌋, where a is the one after the bucket before: up to 49 each number
/// has a bucket of its own. Whole numbers alone, so that every machine has the same buckets.
extension QuantileSketch {
    /// The greatest value of each bucket, in ascending order; the first holds 1 alone.
    private static let greatest: [UInt32] = {
        var greatest: [UInt32] = []
        var least: UInt64 = 1
        while least <= UInt32.max {
            let last = least * 101 / 99
            greatest.append(UInt32(clamping: last))
            least = last + 1
        }
        return greatest
    }()

    /// No value of `UInt32` lies in a bucket above this one.
    static let lastBucket = greatest.count - 1

    /// The bucket of a value above 0. O(log buckets).
    static func bucket(of value: UInt32) -> Int {
        greatest.withUnsafeBufferPointer { greatest in
            var low = 0
            var high = greatest.count
            while low < high {
                let middle = (low + high) / 2
                if greatest[middle] < value { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    /// What a bucket stands for: as far from its least value as from its greatest, relatively.
    static func estimate(ofBucket bucket: Int) -> Double {
        let least = bucket == 0 ? 1 : Double(greatest[bucket - 1]) + 1
        let last = Double(greatest[bucket])
        return 2 * least * last / (least + last)
    }
}
