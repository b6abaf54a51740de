import Foundation

/// The host's own way of writing tickets, as a regular expression.
///
/// What it matches is the key; its first group, if it has one. Only the beginning of a text is looked at (`textLimit`), and
/// an expression that goes on and on there, as `(a+)+$` does on some texts, is given up after a second or so.
public struct TicketPattern: Hashable, Sendable {
    public let tracker: Tracker
    /// As ICU reads it: `\bCASE \d+\b`, `(?i)\bcase[- ](\d+)`.
    public let expression: String
    private let compiled: NSRegularExpression

    /// - Throws: when the expression cannot be read.
    public init(_ expression: String, tracker: Tracker) throws(TicketPatternError) {
        guard let compiled = try? NSRegularExpression(pattern: expression) else {
            throw TicketPatternError(expression: expression, tracker: tracker)
        }
        self.tracker = tracker
        self.expression = expression
        self.compiled = compiled
    }

    /// How much of a text is looked at, in bytes.
    public static let textLimit = 8192
    /// Keys longer than this are none.
    public static let keyLimit = 100
    /// How often the engine may report that it is still looking, which it does once in some ten thousand steps, beside
    /// once for each place it looks at.
    private static let patience = 100

    /// The keys in the bytes of a text, each with where its match begins.
    func keys(in bytes: [UInt8]) -> [(start: Int, key: TicketKey)] {
        let text = String(decoding: bytes.prefix(Self.textLimit), as: UTF8.self)
        let whole = NSRange(text.startIndex..., in: text)
        var matches: [(match: Range<String.Index>, key: Range<String.Index>)] = []
        var reports = 0
        compiled.enumerateMatches(in: text, options: [.reportProgress], range: whole) { result, _, stop in
            guard let result else {
                reports += 1
                if reports > whole.length + Self.patience { stop.pointee = true }
                return
            }
            let group = result.numberOfRanges > 1 ? Range(result.range(at: 1), in: text) : nil
            guard let match = Range(result.range, in: text) else { return }
            matches.append((match, group ?? match))
        }
        var place = (index: text.startIndex, offset: 0)
        return matches.compactMap { match, key in
            place.offset += text.utf8.distance(from: place.index, to: match.lowerBound)
            place.index = match.lowerBound
            let found = text[key]
            guard !found.isEmpty, found.utf8.count <= Self.keyLimit else { return nil }
            return (place.offset, TicketKey(tracker, String(found)))
        }
    }

    public static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.tracker == rhs.tracker && lhs.expression == rhs.expression
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(tracker)
        hasher.combine(expression)
    }
}

extension TicketPattern: Codable {
    private enum CodingKeys: String, CodingKey { case tracker, expression }

    /// - Throws: `TicketPatternError` when the expression cannot be read.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            container.decode(String.self, forKey: .expression),
            tracker: container.decode(Tracker.self, forKey: .tracker))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(tracker, forKey: .tracker)
        try container.encode(expression, forKey: .expression)
    }
}
