/// People who work together. A team may belong to another, whose members its own then are too.
public struct Team: Codable, Hashable, Sendable, Identifiable {
    /// A stable name the host gives a team.
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

    public let id: ID
    public var name: String
    public var parent: ID?
    /// The hours it works; `nil` for those of the definition.
    public var calendar: WorkCalendar?

    public init(id: ID, name: String? = nil, parent: ID? = nil, calendar: WorkCalendar? = nil) {
        self.id = id
        self.name = name ?? id.rawValue
        self.parent = parent
        self.calendar = calendar
    }
}
