/// Follows GitLab's default closing pattern: `Closes #4, #5 and group/app#6`, `Fixes: ABC-1`, `resolve issue #7`.
struct ClosingWords {
    private static let words: Set<String> = [
        "close", "closes", "closed", "closing", "fix", "fixes", "fixed", "fixing", "resolve", "resolves",
        "resolved",
        "resolving", "implement", "implements", "implemented", "implementing",
    ]
    private static let initials = Array("cfri".utf8)
    private static let longest = 12

    /// Where a closing word said that a ticket follows.
    private(set) var starts: Set<Int> = []
    /// Where the next ticket must begin to be closed too.
    private var next = -1

    /// Looks whether the word ends in one that closes.
    mutating func read(_ word: Range<Int>, in text: TextBytes) {
        var start = word.upperBound
        while start > word.lowerBound, word.upperBound - start <= Self.longest, text[start - 1].isLetter {
            start -= 1
        }
        guard word.upperBound - start > 2, Self.initials.contains(text[start] | 0x20),
            !text[start - 1].isWord, !text.isJoined(at: start)
        else { return }
        let rest = text.string(start..<word.upperBound)
        guard Self.words.contains(rest.prefix(1).lowercased() + rest.dropFirst()) else { return }
        let colon = text[word.upperBound] == 0x3A ? word.upperBound + 1 : word.upperBound
        var position = text.end(of: colon) { $0.isBlank }
        guard position > colon else { return }
        for noun: StaticString in ["issues ", "issue "] where text.has(noun, at: position) {
            position = text.end(of: position + noun.utf8CodeUnitCount) { $0.isBlank }
        }
        next = position
        starts.insert(position)
    }

    /// Whether a ticket named there is closed; then what follows it, after a comma or an `and`, is closed too.
    mutating func reaches(_ place: Range<Int>, in text: TextBytes) -> Bool {
        guard place.lowerBound == next else { return false }
        var position = text.end(of: place.upperBound) { $0.isBlank }
        if text[position] == 0x2C { position = text.end(of: position + 1) { $0.isBlank } }
        if text.has("and ", at: position) { position = text.end(of: position + 4) { $0.isBlank } }
        next = position
        return true
    }
}
