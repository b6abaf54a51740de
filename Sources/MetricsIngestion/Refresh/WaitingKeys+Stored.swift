/// As it is stored: every delivery reads and writes what waits for its project, so that each entry is a line of one text,
/// which is read and written much faster than a JSON object for each.
extension WaitingKeys: Codable {
    private enum CodingKeys: String, CodingKey {
        case format, entries, readAt, failures
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let format = try fields.decode(Int.self, forKey: .format)
        let entries: [RefreshKey.Subject: Entry]
        switch format {
        case 1: entries = try fields.decode([RefreshKey.Subject: Entry].self, forKey: .entries)
        case 2:
            let text = try fields.decode(String.self, forKey: .entries)
            guard let read = Self.entries(in: text) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .entries, in: fields, debugDescription: "not what waits to be read")
            }
            entries = read
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .format, in: fields, debugDescription: "format \(format) is newer than this library")
        }
        self.init(
            entries, readAt: try fields.decodeIfPresent(Int64.self, forKey: .readAt),
            failures: try fields.decode(Int.self, forKey: .failures))
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(2, forKey: .format)
        let lines = entries.map { subject, entry in
            "\(entry.count) \(entry.due) \(entry.told ?? 0) \(subject)"
        }
        try fields.encode(lines.joined(separator: "\n"), forKey: .entries)
        try fields.encodeIfPresent(readAt, forKey: .readAt)
        try fields.encode(failures, forKey: .failures)
    }

    private static func entries(in text: String) -> [RefreshKey.Subject: Entry]? {
        var entries: [RefreshKey.Subject: Entry] = [:]
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
            guard parts.count == 4, let count = Int(Substring(parts[0])),
                let due = Int64(Substring(parts[1])), let told = Int64(Substring(parts[2])),
                let subject = RefreshKey.Subject(String(Substring(parts[3])))
            else { return nil }
            entries[subject] = Entry(count: count, due: due, told: told == 0 ? nil : told)
        }
        return entries
    }
}
