extension TicketReading {
    /// Reads `#12`, `!7`, `group/project#12` and `AB#12`, of which the word is what stands before the mark.
    ///
    /// - Returns: where to go on; `nil` if it is none.
    mutating func readReference(_ word: Range<Int>) -> Int? {
        let mark = word.upperBound
        guard text[mark] == 0x23 || text[mark] == 0x21,
            let end = text.endOfNumber(at: mark + 1, digits: 10), mayEndReference(at: end)
        else { return nil }
        guard let start = start(ofReferenceIn: word), !isOfGitLab(start) else { return nil }
        add(key(start..<mark, mark..<end), start..<end)
        return end
    }

    /// Where what belongs to the reference begins; `nil` if the word before the mark makes it none: `C#7`, `&#39;`.
    private func start(ofReferenceIn word: Range<Int>) -> Int? {
        let before = text[word.lowerBound - 1]
        guard !text.isJoined(at: word.lowerBound), !before.isPath, !"&#@!\\%=$".utf8.contains(before),
            !isAnchor(at: word.lowerBound)
        else { return nil }
        if word.isEmpty { return isColour(at: word.upperBound) ? nil : word.upperBound }
        if isAzure(word) { return word.upperBound - 2 }
        if source == .branch, text[word.upperBound - 1] == 0x2F { return word.upperBound }
        return isProjectPath(word) ? word.lowerBound : nil
    }

    private func key(_ path: Range<Int>, _ reference: Range<Int>) -> TicketKey? {
        if isAzure(path) {
            return scanner.trackers.contains(.azureBoards)
                ? TicketKey(.azureBoards, text.string(path.lowerBound..<reference.upperBound)) : nil
        }
        let tracker: Tracker = text[reference.lowerBound] == 0x23 ? .gitLabIssue : .gitLabMergeRequest
        guard scanner.trackers.contains(tracker), source != .branch || tracker == .gitLabIssue else {
            return nil
        }
        return TicketKey(tracker, text.string(reference), project: path.isEmpty ? nil : text.string(path))
    }

    /// `AB` before a `#`: alone, or at the end of a branch's folders.
    private func isAzure(_ word: Range<Int>) -> Bool {
        guard text.has("AB#", at: word.upperBound - 2), word.count >= 2 else { return false }
        return word.count == 2 || source == .branch && text[word.upperBound - 3] == 0x2F
    }

    private func mayEndReference(at end: Int) -> Bool {
        !text[end].isWord && !(text[end] == 0x2E && text[end + 1].isDigit) && !text.isJoined(at: end)
    }

    /// Two parts or more, none empty, each beginning as GitLab lets names begin.
    private func isProjectPath(_ word: Range<Int>) -> Bool {
        guard word.count <= 1000, text[word.upperBound - 1].isWord else { return false }
        var parts = 0
        var hasLetter = false
        var isFirst = true
        for index in word {
            if isFirst {
                guard text[index].isWord else { return false }
                parts += 1
            }
            hasLetter = hasLetter || text[index].isLetter
            isFirst = text[index] == 0x2F
        }
        return parts > 1 && hasLetter
    }

    /// `[next](#12)`, `href="#12"`.
    private func isAnchor(at position: Int) -> Bool {
        text.has("](", before: position) || text.has("=\"", before: position)
    }

    /// GitLab itself writes what a commit merges or takes back, which is no ticket of it.
    private func isOfGitLab(_ start: Int) -> Bool {
        text.has("See merge request ", before: start) || text.has("reverts merge request ", before: start)
    }

    private static let colourWords: Set<String> = [
        "background", "border", "color", "colour", "fill", "hex", "outline", "shadow", "stroke",
    ]
    private static let longestColourWord = 10

    /// `color: #333333`: six, three, four or eight digits after the name of a property.
    private func isColour(at mark: Int) -> Bool {
        let digits = text.end(of: mark + 1) { $0.isDigit } - mark - 1
        guard [3, 4, 6, 8].contains(digits) else { return false }
        var end = mark
        while end > 0, mark - end < 4, text[end - 1].isBlank || ":\"'".utf8.contains(text[end - 1]) {
            end -= 1
        }
        var start = end
        while start > 0, end - start <= Self.longestColourWord, text[start - 1].isLetter { start -= 1 }
        return start < end && Self.colourWords.contains(text.string(start..<end).lowercased())
    }
}
