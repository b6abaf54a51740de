/// Whose tokens: the name under which a host keeps one grant or one token, such as `"acme/metrics"`. No secret.
public struct TokenAccount: RawRepresentable, Hashable, Sendable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }
}
