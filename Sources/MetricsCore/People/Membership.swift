/// That somebody belongs to a team for a time.
public struct Membership: Codable, Hashable, Sendable {
    public var person: Person.ID
    public var team: Team.ID
    /// `nil` since ever.
    public var from: Instant?
    /// The first instant of no longer belonging to it; `nil` for no end.
    public var until: Instant?

    public init(_ person: Person.ID, in team: Team.ID, from: Instant? = nil, until: Instant? = nil) {
        self.person = person
        self.team = team
        self.from = from
        self.until = until
    }

    public func holds(at instant: Instant) -> Bool {
        (from.map { $0 <= instant } ?? true) && (until.map { instant < $0 } ?? true)
    }
}
