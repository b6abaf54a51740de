/// How badly deliveries travel: chances between 0 and 1, struck by a seed. None by default.
///
/// ```swift
/// fake.hookFaults = HookFaults(seed: 7, duplicates: 0.3, loss: 0.1, reorders: true)
/// ```
public struct HookFaults: Sendable {
    /// That a delivery arrives twice, the second time with the same `Idempotency-Key`.
    public var duplicates: Double
    /// That the connection breaks before the receiver sees anything; the log says so, and it can be sent again.
    public var loss: Double
    /// That GitLab itself forgets to send, and to log.
    public var omission: Double
    /// How long deliveries wait before they are sent, each its own time.
    public var delay: ClosedRange<Duration>
    /// Whether what is due is sent in any order.
    public var reorders: Bool
    private var random: SeededGenerator

    public init(
        seed: UInt64 = 0, duplicates: Double = 0, loss: Double = 0, omission: Double = 0,
        delay: ClosedRange<Duration> = .zero ... .zero, reorders: Bool = false
    ) {
        random = SeededGenerator(seed: seed)
        self.duplicates = duplicates
        self.loss = loss
        self.omission = omission
        self.delay = delay
        self.reorders = reorders
    }

    /// What becomes of a delivery on its way: nothing, itself, or itself twice.
    mutating func fate(of delivery: PendingDelivery) -> [PendingDelivery] {
        if strikes(omission) { return [] }
        return (strikes(duplicates) ? [delivery, delivery] : [delivery]).map { copy in
            var copy = copy
            copy.isLost = strikes(loss)
            copy.due =
                copy.due + (delay.lowerBound + (delay.upperBound - delay.lowerBound) * part) / .seconds(1)
            return copy
        }
    }

    /// What is due in the order in which it is sent.
    mutating func ordered(_ deliveries: [PendingDelivery]) -> [PendingDelivery] {
        guard reorders else { return deliveries }
        var result = deliveries
        for index in result.indices.dropLast().reversed() {
            result.swapAt(index, random.number(index...result.count - 1))
        }
        return result
    }

    /// A number in 0..<1, only drawn where it counts, so that switching one fault on leaves the others as they were.
    private var part: Double { mutating get { delay.upperBound > .zero ? random.unit() : 0 } }

    private mutating func strikes(_ chance: Double) -> Bool { chance > 0 && random.chance(chance) }
}
