/// One dated act in the life of a merge request, from a note or a provisional event.
public struct TimelineEvent: Hashable, Sendable {
    public enum Kind: UInt8, Hashable, Sendable {
        case comment, approved, unapproved, approvalsReset, requestedChanges, markedReady, markedDraft
        case reviewRequested, reviewRequestRemoved, commitsAdded, merged, closed, reopened

        /// Whether a human who is not the author reviews by it.
        public var isReview: Bool { self == .comment || self == .approved || self == .requestedChanges }
    }

    /// Who did it, as far as metrics care.
    public enum Actor: UInt8, Hashable, Sendable {
        /// The merge request's own author.
        case author
        /// Another human.
        case human
        case bot
        case unknown
    }

    public let at: Instant
    public let kind: Kind
    public let actor: Actor
    /// The account's id; 0 when unknown.
    public let actorID: Int64
    /// The note that tells it; 0 when the event has no note.
    public let note: Int64
    /// Its row among the project's provisional events; below 0 when a note tells it.
    let provisional: Int32

    /// In order of time; within a second, notes in the order GitLab wrote them, then events without a note.
    static func precedes(_ lhs: Self, _ rhs: Self) -> Bool {
        if lhs.at != rhs.at { return lhs.at < rhs.at }
        let notes = (lhs.note == 0 ? Int64.max : lhs.note, rhs.note == 0 ? Int64.max : rhs.note)
        if notes.0 != notes.1 { return notes.0 < notes.1 }
        return (lhs.kind.rawValue, lhs.actorID) < (rhs.kind.rawValue, rhs.actorID)
    }
}

extension TimelineEvent.Kind {
    /// `nil` for activities no metric reads.
    init?(_ activity: NoteActivity) {
        switch activity {
        case .approved: self = .approved
        case .unapproved: self = .unapproved
        case .approvalsReset: self = .approvalsReset
        case .requestedChanges: self = .requestedChanges
        case .markedReady: self = .markedReady
        case .markedDraft: self = .markedDraft
        case .reviewRequested: self = .reviewRequested
        case .reviewRequestRemoved: self = .reviewRequestRemoved
        case .commitsAdded: self = .commitsAdded
        case .merged: self = .merged
        case .closed: self = .closed
        case .reopened: self = .reopened
        default: return nil
        }
    }
}
