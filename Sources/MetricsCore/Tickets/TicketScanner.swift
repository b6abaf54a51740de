/// Finds the tickets that texts name.
///
/// A plain value that a host keeps with its settings. Keys of one form belong to several trackers: see `trackers` and
/// `prefixes` for who gets them. What is found and what is not stands in Documentation/Tickets.md.
public struct TicketScanner: Hashable, Sendable {
    /// What is looked for. A key such as `ABC-123`, which several trackers write alike, belongs to the first here that
    /// lists its prefix; else to the first of Jira, Yandex Tracker and Linear that lists none.
    public var trackers: [Tracker]
    /// The only prefixes a tracker has, in capitals: `[.jira: ["ABC", "OPS"]]`. Any tracker may have some, the host's own
    /// included. A listed prefix is found though the stop list has it, and in branch names in any case.
    public var prefixes: [Tracker: Set<String>]
    /// Prefixes of what is no ticket, in capitals.
    public var stopList: Set<String>
    /// How a tracker's tickets are addressed, see `url(of:)`.
    public var linkTemplates: [Tracker: String]
    /// The host's own way of writing tickets.
    public var pattern: TicketPattern?

    public init(
        trackers: [Tracker] = Tracker.builtIn, prefixes: [Tracker: Set<String>] = [:],
        stopList: Set<String> = TicketScanner.standardStopList, linkTemplates: [Tracker: String] = [:],
        pattern: TicketPattern? = nil
    ) {
        self.trackers = trackers
        self.prefixes = prefixes.mapValues { Set($0.map { $0.uppercased() }) }
        self.stopList = Set(stopList.map { $0.uppercased() })
        self.linkTemplates = linkTemplates
        self.pattern = pattern
    }

    /// All trackers this package knows, any prefix; `ABC-123` is taken for Jira's.
    public static let standard = TicketScanner()

    /// `UTF`, `SHA`, `ISO`, `RFC`, `CVE`, … and the months.
    public static let standardStopList = TicketStopList.prefixes

    /// The tickets the text names, in order of appearance, each once.
    ///
    /// Complexity: O(n) in the text; the host's own pattern takes what it takes, within bounds.
    public func scan(_ text: String, in context: TicketContext) -> [TicketKey] {
        mentions(in: text, of: context).map(\.ticket)
    }

    /// As `scan`, with whether the text says that it closes them.
    public func mentions(in text: String, of context: TicketContext) -> [TicketMention] {
        guard pattern != nil || Self.isTelling(text, of: context.source) else { return [] }
        var reading = TicketReading(text, of: context.source, by: self)
        reading.read()
        guard let project = context.project else { return reading.mentions }
        return reading.mentions.map { TicketMention(project.resolve($0.ticket), isClosing: $0.isClosing) }
            .distinct
    }

    /// Whether the text has what every built-in form has: a digit after `-`, `#` or `!`, a branch's number, an address.
    private static func isTelling(_ text: String, of source: TicketSource) -> Bool {
        var last: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x2F || byte.isDigit && (last == 0x2D || last == 0x23 || last == 0x21) { return true }
            last = byte
        }
        return source == .branch && text.utf8.first?.isDigit ?? false
    }
}

extension TicketScanner: Codable {
    private enum CodingKeys: String, CodingKey { case trackers, prefixes, stopList, linkTemplates, pattern }

    /// What is missing is as in `standard`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            trackers: try container.decodeIfPresent([Tracker].self, forKey: .trackers) ?? Tracker.builtIn,
            prefixes: try container.decodeIfPresent([Tracker: Set<String>].self, forKey: .prefixes) ?? [:],
            stopList: try container.decodeIfPresent(Set<String>.self, forKey: .stopList)
                ?? Self.standardStopList,
            linkTemplates: try container.decodeIfPresent([Tracker: String].self, forKey: .linkTemplates)
                ?? [:],
            pattern: try container.decodeIfPresent(TicketPattern.self, forKey: .pattern))
    }
}
