/// Somebody, whatever accounts and e-mail addresses he goes by.
public struct Person: Codable, Hashable, Sendable, Identifiable {
    /// A stable name the host gives a person: a staff number, an address, a username.
    public struct ID: RawRepresentable, Hashable, Comparable, Codable, Sendable, ExpressibleByStringLiteral,
        CustomStringConvertible
    {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public init(stringLiteral value: String) { rawValue = value }
        public var description: String { rawValue }
        public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

        public init(from decoder: any Decoder) throws {
            rawValue = try decoder.singleValueContainer().decode(String.self)
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(rawValue)
        }
    }

    /// An account of one instance, by GitLab's number, which stays when the account is renamed.
    public struct AccountID: Codable, Hashable, Comparable, Sendable {
        public var instance: InstanceID
        public var user: Int64
        public init(_ instance: InstanceID, _ user: Int64) {
            self.instance = instance
            self.user = user
        }

        public static func < (lhs: Self, rhs: Self) -> Bool {
            (lhs.instance, lhs.user) < (rhs.instance, rhs.user)
        }
    }

    public let id: ID
    public var name: String
    public var accounts: Set<AccountID>
    /// User names, on any instance, for accounts whose number is not known. Case does not matter.
    public var usernames: Set<String>
    /// Addresses of commits. Case does not matter.
    public var emails: Set<String>
    public var isBot: Bool
    /// What other systems call the person: `jira`, `hr`.
    public var externalIDs: [String: String]
    /// The hours he works; `nil` for those of his team or of the definition.
    public var calendar: WorkCalendar?

    public init(
        id: ID, name: String? = nil, accounts: Set<AccountID> = [], usernames: Set<String> = [],
        emails: Set<String> = [], isBot: Bool = false, externalIDs: [String: String] = [:],
        calendar: WorkCalendar? = nil
    ) {
        self.id = id
        self.name = name ?? id.rawValue
        self.accounts = accounts
        self.usernames = Set(usernames.map { $0.lowercased() })
        self.emails = Set(emails.map { $0.lowercased() })
        self.isBot = isBot
        self.externalIDs = externalIDs
        self.calendar = calendar
    }

    /// Both as one: all accounts and addresses; where they differ in the rest, this one counts.
    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.accounts.formUnion(other.accounts)
        merged.usernames.formUnion(other.usernames)
        merged.emails.formUnion(other.emails)
        merged.isBot = isBot || other.isBot
        merged.externalIDs.merge(other.externalIDs) { own, _ in own }
        merged.calendar = calendar ?? other.calendar
        if name == id.rawValue { merged.name = other.name }
        return merged
    }
}
