/// What a rate or share was divided from.
public struct Fraction: Codable, Hashable, Sendable {
    public var numerator: Double
    public var denominator: Double

    public init(_ numerator: Double, _ denominator: Double) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// `nil` when there is nothing to divide by.
    public var quotient: Double? { denominator > 0 ? numerator / denominator : nil }
}
