/// Two people claim one account, name, address or external id.
public struct RosterConflict: Codable, Hashable, Sendable, CustomStringConvertible {
    /// What both claim, in words: `e-mail ada@example.com`.
    public let claim: String
    /// Whose it is: the first by id.
    public let holder: Person.ID
    public let rival: Person.ID

    public var description: String { "\(claim) belongs to \(holder), and \(rival) claims it too" }
}
