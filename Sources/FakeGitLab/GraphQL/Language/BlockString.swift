extension GraphQL {
    /// Strings in triple quotes: the indentation they share and blank lines at both ends fall away.
    ///
    /// <https://spec.graphql.org/October2021/#BlockStringValue()>
    enum BlockString {
        static func value(of raw: String) -> String {
            let plain = raw.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            var lines = plain.split(separator: "\n", omittingEmptySubsequences: false)
            let indents = lines.dropFirst().compactMap { line -> Int? in
                let indent = line.prefix { $0 == " " || $0 == "\t" }.count
                return indent < line.count ? indent : nil
            }
            if let shared = indents.min(), shared > 0 {
                for index in lines.indices.dropFirst() { lines[index] = lines[index].dropFirst(shared) }
            }
            while let first = lines.first, isBlank(first) { lines.removeFirst() }
            while let last = lines.last, isBlank(last) { lines.removeLast() }
            return lines.joined(separator: "\n")
        }

        private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy { $0 == " " || $0 == "\t" } }
    }
}
