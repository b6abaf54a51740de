/// Values in order, among which one more finds its place, and any rank its value, in moments: what running figures rest
/// on.
///
/// Blocks of at most 1,024 sorted values. To insert or remove one is to find its block, O(log n), and to move what lies
/// behind it there; a block that is full is cut in two, small neighbours are joined, which moves a list of at most
/// n ÷ 128 blocks. A distribution walks that list. Documentation/Sketches.md has measured times.
public struct SortedSamples: Sendable {
    private var blocks: [[UInt32]] = []
    public private(set) var count = 0
    private var sum: UInt64 = 0

    private static let limit = 1024

    public init() {}

    /// O(n log n).
    public init(_ values: [UInt32]) {
        let sorted = values.sorted()
        let size = Self.limit / 2
        blocks = stride(from: 0, to: sorted.count, by: size).map {
            Array(sorted[$0..<min($0 + size, sorted.count)])
        }
        count = sorted.count
        sum = sorted.reduce(0) { $0 + UInt64($1) }
    }

    public mutating func insert(_ value: UInt32) {
        count += 1
        sum += UInt64(value)
        guard !blocks.isEmpty else {
            blocks = [[value]]
            return
        }
        let block = min(self.block(of: value), blocks.count - 1)
        blocks[block].insert(value, at: Self.position(of: value, in: blocks[block]))
        guard blocks[block].count > Self.limit else { return }
        let middle = blocks[block].count / 2
        let upper = Array(blocks[block][middle...])
        blocks[block].removeSubrange(middle...)
        blocks.insert(upper, at: block + 1)
    }

    /// Takes out one of that value.
    ///
    /// - Returns: whether there was one.
    @discardableResult
    public mutating func remove(_ value: UInt32) -> Bool {
        let block = self.block(of: value)
        guard block < blocks.count else { return false }
        let position = Self.position(of: value, in: blocks[block])
        guard position < blocks[block].count, blocks[block][position] == value else { return false }
        blocks[block].remove(at: position)
        join(block)
        count -= 1
        sum -= UInt64(value)
        return true
    }

    /// Joins a block that has become small with a neighbour that is small too, so that no two of them ever stand side by
    /// side and blocks stay few.
    private mutating func join(_ block: Int) {
        func isSmall(_ block: Int) -> Bool {
            blocks.indices.contains(block) && blocks[block].count < Self.limit / 4
        }
        guard isSmall(block) else { return }
        if isSmall(block + 1) {
            let next = blocks.remove(at: block + 1)
            blocks[block] += next
        } else if isSmall(block - 1) {
            let small = blocks.remove(at: block)
            blocks[block - 1] += small
        } else if blocks[block].isEmpty {
            blocks.remove(at: block)
        }
    }

    /// How the values are spread: bit for bit what `Distribution` makes of all of them; `nil` when there are none.
    public var distribution: Distribution? {
        guard count > 0, let least = blocks.first?.first, let greatest = blocks.last?.last else { return nil }
        return Distribution(
            count: count, min: Double(least), max: Double(greatest), mean: Double(sum) / Double(count),
            median: quantile(0.5), p75: quantile(0.75), p90: quantile(0.9), p95: quantile(0.95))
    }

    /// The interpolated value at that fraction of the order.
    private func quantile(_ fraction: Double) -> Double {
        let position = Double(count - 1) * fraction
        let rank = Int(position)
        let value = Double(self[rank: rank])
        let weight = position - Double(rank)
        guard weight > 0 else { return value }
        return value + weight * (Double(self[rank: rank + 1]) - value)
    }

    /// The value of that rank, counted from 0.
    private subscript(rank rank: Int) -> UInt32 {
        var rest = rank
        for block in blocks {
            if rest < block.count { return block[rest] }
            rest -= block.count
        }
        return blocks.last?.last ?? 0
    }

    /// The first block whose greatest value is not below that one; their number where there is none.
    private func block(of value: UInt32) -> Int {
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = low + (high - low) / 2
            if (blocks[middle].last ?? 0) < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func position(of value: UInt32, in block: [UInt32]) -> Int {
        var low = 0
        var high = block.count
        while low < high {
            let middle = low + (high - low) / 2
            if block[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
