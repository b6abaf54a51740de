extension ProjectRecords: Codable {
    /// A table's key is its kind.
    struct CodingKeys: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ kind: RecordKind) { stringValue = kind.rawValue }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Tables that are not there are empty.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        for table in Self.tables { try table.decode(container, &self) }
    }

    /// Empty tables are left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        for table in Self.tables where table.count(self) > 0 { try table.encode(self, &container) }
    }
}
