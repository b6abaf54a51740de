/// What a report may tell of people.
public struct PrivacyPolicy: Codable, Hashable, Sendable {
    /// No number may rest on fewer people than this, nor be had by taking one shown number from another; 1 shows all.
    public var smallestGroup: Int
    /// Whether values by person, and of who reviews whom, are withheld altogether.
    public var teamsOnly: Bool
    /// Whether people are called by pseudonyms: the same for one person under one key, and nothing without it.
    public var usesPseudonyms: Bool
    /// Whether the records behind numbers are counted only, and not named: an id leads to its author.
    public var namesRecords: Bool

    public init(
        smallestGroup: Int = 1, teamsOnly: Bool = false, usesPseudonyms: Bool = false,
        namesRecords: Bool = true
    ) {
        self.smallestGroup = smallestGroup
        self.teamsOnly = teamsOnly
        self.usesPseudonyms = usesPseudonyms
        self.namesRecords = namesRecords
    }

    /// Everything is shown.
    public static let open = PrivacyPolicy()

    /// Teams alone, none of fewer than five people, no record named.
    public static let teams = PrivacyPolicy(smallestGroup: 5, teamsOnly: true, namesRecords: false)
}
