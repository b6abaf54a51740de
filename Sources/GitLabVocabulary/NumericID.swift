/// An integer that names one thing of one kind, so that a merge request's `id` and its `iid` cannot be mixed up.
///
/// GitLab sends ids as JSON numbers in REST and, in places, as strings; both decode.
public protocol NumericID: RawRepresentable<Int>, Hashable, Comparable, Codable, Sendable,
    ExpressibleByIntegerLiteral, CustomStringConvertible, LosslessStringConvertible
{
    init(rawValue: Int)
}

extension NumericID {
    public init(integerLiteral value: Int) { self.init(rawValue: value) }

    public init?(_ description: String) {
        guard let value = Int(description) else { return nil }
        self.init(rawValue: value)
    }

    public var description: String { String(rawValue) }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self.init(rawValue: number)
        } else if let number = Int(try container.decode(String.self)) {
            self.init(rawValue: number)
        } else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an integer id")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
