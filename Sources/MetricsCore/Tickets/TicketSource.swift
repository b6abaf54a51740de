/// In what kind of text a ticket was named, the surest first.
public enum TicketSource: String, Codable, Hashable, Comparable, Sendable, CaseIterable {
    /// A merge request's title.
    case title
    /// The branch a merge request comes from.
    case branch
    case commitTitle = "commit_title"
    /// A merge request's description.
    case description
    /// What a commit's message says beyond its title.
    case commitMessage = "commit_message"

    /// Titles and branches say what a change is for. A description or a message may only speak of a ticket.
    public var confidence: Confidence {
        switch self {
        case .title, .branch, .commitTitle: .likely
        case .description, .commitMessage: .guess
        }
    }

    private var rank: Int {
        switch self {
        case .title: 0
        case .branch: 1
        case .commitTitle: 2
        case .description: 3
        case .commitMessage: 4
        }
    }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
}
