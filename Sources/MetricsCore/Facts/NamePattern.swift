/// A name in which `*` stands for any text, none included. Case does not matter.
struct NamePattern {
    /// The text between the stars.
    private let parts: [String]

    init(_ text: String) {
        parts = text.lowercased().split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    }

    /// O(the name's length × the pattern's).
    func matches(_ name: String) -> Bool {
        let name = name.lowercased()
        guard parts.count > 1, let first = parts.first, let last = parts.last else {
            return name == parts.first
        }
        guard name.hasPrefix(first) else { return false }
        var rest = name.dropFirst(first.count)
        for part in parts[1..<(parts.count - 1)] where !part.isEmpty {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
