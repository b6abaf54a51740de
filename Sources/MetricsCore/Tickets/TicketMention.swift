/// A ticket that a text names.
public struct TicketMention: Codable, Hashable, Comparable, Sendable {
    public var ticket: TicketKey
    /// Whether the text says that it closes the ticket: `Closes #12`.
    public var isClosing: Bool

    public init(_ ticket: TicketKey, isClosing: Bool = false) {
        self.ticket = ticket
        self.isClosing = isClosing
    }

    public static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.ticket == rhs.ticket ? !lhs.isClosing && rhs.isClosing : lhs.ticket < rhs.ticket
    }
}

extension [TicketMention] {
    /// Each ticket once, where it is named first; closing if it is so anywhere.
    var distinct: [TicketMention] {
        var positions: [TicketKey: Int] = [:]
        var distinct: [TicketMention] = []
        for mention in self {
            if let position = positions[mention.ticket] {
                if mention.isClosing { distinct[position].isClosing = true }
            } else {
                positions[mention.ticket] = distinct.count
                distinct.append(mention)
            }
        }
        return distinct
    }
}
