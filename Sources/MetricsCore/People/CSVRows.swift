/// Rows of comma-separated values by RFC 4180: fields in quotes may hold the separator, line ends and doubled quotes.
///
/// The separator is what the first line has most of: comma, semicolon or tab. <https://www.rfc-editor.org/rfc/rfc4180>
struct CSVRows {
    struct Row {
        /// From 1 on, where the row begins.
        var line: Int
        var fields: [String]
    }

    private(set) var rows: [Row] = []

    /// O(length).
    init(_ text: String) {
        let scalars = text.unicodeScalars
        let content = scalars.first == "\u{FEFF}" ? scalars.dropFirst() : scalars[...]
        let separator = Self.separator(of: content)
        var row = Row(line: 1, fields: [])
        var field = String.UnicodeScalarView()
        var line = 1
        var isQuoted = false
        var iterator = content.makeIterator()
        var next = iterator.next()
        func isBlank(_ row: Row) -> Bool { row.fields.allSatisfy(\.isEmpty) }
        while let scalar = next {
            next = iterator.next()
            if scalar == "\n" { line += 1 }
            if isQuoted {
                if scalar == "\"", next == "\"" {
                    field.append(scalar)
                    next = iterator.next()
                } else if scalar == "\"" {
                    isQuoted = false
                } else {
                    field.append(scalar)
                }
            } else if scalar == "\"", field.isEmpty {
                isQuoted = true
            } else if scalar == separator || scalar == "\n" {
                row.fields.append(String(field))
                field = .init()
                if scalar == "\n" {
                    if !isBlank(row) { rows.append(row) }
                    row = Row(line: line, fields: [])
                }
            } else if scalar != "\r" || next != "\n" && next != nil {
                field.append(scalar)
            }
        }
        row.fields.append(String(field))
        if !isBlank(row) { rows.append(row) }
    }

    private static func separator(of text: Substring.UnicodeScalarView) -> Unicode.Scalar {
        let header = text.prefix { $0 != "\n" }
        let candidates: [Unicode.Scalar] = [",", ";", "\t"]
        return candidates.max { one, other in
            header.count { $0 == one } < header.count { $0 == other }
        } ?? ","
    }

    /// A field as it is written: in quotes where it must be, and with an apostrophe before what a spreadsheet would take
    /// for a formula; reading takes that away again.
    static func written(_ field: String) -> String {
        var text = field
        if let first = field.first, "=+-@\t'".contains(first) { text = "'" + text }
        guard text.unicodeScalars.contains(where: { "\",;\t\r\n".unicodeScalars.contains($0) }) else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// A field as it was before it was written.
    static func read(_ field: String) -> String {
        guard field.first == "'", let second = field.dropFirst().first, "=+-@\t'".contains(second) else {
            return field
        }
        return String(field.dropFirst())
    }
}
