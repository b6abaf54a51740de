extension RecordSet: Codable {
    /// The version of the encoded form; every version decodes forever.
    static let formatVersion = 2

    private enum CodingKeys: String, CodingKey { case format, projects }

    private struct Entry: Codable {
        var key: ProjectKey
        var records: ProjectRecords
    }

    /// - Throws: `DecodingError.dataCorrupted` for a format newer than this library.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let format = try container.decode(Int.self, forKey: .format)
        let entries: [Entry]
        switch format {
        case 1:
            entries = try container.decode([Format1.Entry].self, forKey: .projects)
                .map { Entry(key: $0.key, records: $0.records.records) }
        case Self.formatVersion:
            entries = try container.decode([Entry].self, forKey: .projects)
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .format, in: container,
                debugDescription: "format \(format) is newer than this library")
        }
        self.init(projects: Dictionary(entries.map { ($0.key, $0.records) }, uniquingKeysWith: { $1 }))
    }

    /// Projects and rows in the order of their keys, so that identical sets encode alike.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.formatVersion, forKey: .format)
        let entries = projects.sorted { $0.key < $1.key }.map { Entry(key: $0.key, records: $0.value) }
        try container.encode(entries, forKey: .projects)
    }
}
