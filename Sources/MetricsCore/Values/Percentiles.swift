/// Rising percentiles of one buffer by quickselect: each leaves what is smaller to its left, so that the next
/// searches only what lies to its right.
struct Percentiles {
    private let values: UnsafeMutableBufferPointer<UInt32>
    private var settled = 0
    private var isSorted = false

    /// - Parameter values: not empty, and outliving this value.
    init(_ values: UnsafeMutableBufferPointer<UInt32>) {
        self.values = values
        if values.count <= Self.sortedOutright { sort() }
    }

    /// So few are in order sooner than any one of them is found.
    private static let sortedOutright = 32

    /// By insertion.
    private mutating func sort() {
        for index in 1..<values.count {
            let value = values[index]
            var position = index
            while position > 0, values[position - 1] > value {
                values[position] = values[position - 1]
                position -= 1
            }
            values[position] = value
        }
        isSorted = true
    }

    /// The interpolated value at that fraction of the order, 0…1 and not below the one asked for before.
    /// O(n) on average.
    mutating func next(_ fraction: Double) -> Double {
        let position = Double(values.count - 1) * fraction
        let lower = Int(position)
        if !isSorted { select(lower) }
        let value = Double(values[lower])
        let weight = position - Double(lower)
        guard weight > 0 else { return value }
        if isSorted { return value + weight * (Double(values[lower + 1]) - value) }
        var above = UInt32.max
        for index in (lower + 1)..<values.count where values[index] < above { above = values[index] }
        return value + weight * (Double(above) - value)
    }

    /// Brings the value of that rank to its place, smaller ones before it, larger ones behind it.
    private mutating func select(_ rank: Int) {
        var low = settled
        var high = values.count - 1
        while low < high {
            let pivot = medianOfThree(low, high)
            var left = low
            var right = high
            while left <= right {
                while values[left] < pivot { left += 1 }
                while values[right] > pivot { right -= 1 }
                if left <= right {
                    values.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if rank <= right { high = right } else if rank >= left { low = left } else { break }
        }
        settled = rank
    }

    private func medianOfThree(_ low: Int, _ high: Int) -> UInt32 {
        let first = values[low]
        let middle = values[low + (high - low) / 2]
        let last = values[high]
        return max(min(first, middle), min(max(first, middle), last))
    }
}
