/// The id of a discussion: 40 hexadecimal digits, not a number. A comment nobody answered has one too.
///
/// <https://docs.gitlab.com/api/discussions/>
public struct DiscussionID: RawRepresentable, Hashable, Codable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { self.init(rawValue: value) }
    public var description: String { rawValue }
}
