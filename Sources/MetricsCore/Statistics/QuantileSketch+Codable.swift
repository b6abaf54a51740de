extension QuantileSketch: Codable {
    private enum CodingKeys: String, CodingKey {
        case format, zeros, sum, min, max, buckets, counts
    }

    private static let format = 1

    /// Buckets that hold anything: how far each is from the one before, and its count.
    ///
    /// - Throws: `DecodingError` for another format, and for what no sketch encodes to.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func refuse(_ reason: String, _ key: CodingKeys) -> DecodingError {
            .dataCorruptedError(forKey: key, in: container, debugDescription: reason)
        }
        guard try container.decode(Int.self, forKey: .format) == Self.format else {
            throw refuse("an unknown format", .format)
        }
        let steps = try container.decode([Int].self, forKey: .buckets)
        let counts = try container.decode([UInt64].self, forKey: .counts)
        guard steps.count == counts.count, counts.allSatisfy({ $0 > 0 }) else {
            throw refuse("counts that fit no buckets", .counts)
        }
        var filled: [(bucket: Int, count: UInt64)] = []
        var bucket = 0
        for (index, step) in steps.enumerated() {
            guard index == 0 ? step >= 0 : step > 0, step <= Self.lastBucket - bucket else {
                throw refuse("buckets out of order or range", .buckets)
            }
            bucket += step
            filled.append((bucket, counts[index]))
        }
        let sketch = Self(
            filled: filled, zeros: try container.decode(UInt64.self, forKey: .zeros),
            sum: try container.decode(UInt64.self, forKey: .sum),
            min: try container.decode(UInt32.self, forKey: .min),
            max: try container.decode(UInt32.self, forKey: .max))
        guard let sketch else { throw refuse("a sum, least or greatest value of other buckets", .sum) }
        self = sketch
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        var steps: [Int] = []
        var last = 0
        for (bucket, _) in filledBuckets {
            steps.append(bucket - last)
            last = bucket
        }
        try container.encode(Self.format, forKey: .format)
        try container.encode(zeroCount, forKey: .zeros)
        try container.encode(sum, forKey: .sum)
        try container.encode(min, forKey: .min)
        try container.encode(max, forKey: .max)
        try container.encode(steps, forKey: .buckets)
        try container.encode(filledBuckets.map(\.count), forKey: .counts)
    }
}
