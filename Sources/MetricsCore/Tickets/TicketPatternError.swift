/// A pattern for tickets that is no regular expression.
public struct TicketPatternError: Error, Hashable, Sendable, CustomStringConvertible {
    public let expression: String
    public let tracker: Tracker

    public var description: String { "the pattern for \(tracker) is no regular expression: \(expression)" }
}
