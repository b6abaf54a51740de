extension TicketReading {
    /// Reads `ABC-123` in a word.
    ///
    /// A key stands at the start of the word or after a slash; in branch names also after `-`, `_` and `.`, if it is in
    /// capitals.
    mutating func readKeys(in word: Range<Int>) {
        var index = word.lowerBound
        var isStart = true
        var isPart = true
        while index < word.upperBound {
            if isStart || isPart, let key = key(at: index, in: word, inAnyCase: isStart && isBranchOfPeople) {
                add(key.key, index..<key.end)
                index = key.end
            }
            let byte = text[index]
            isStart = byte == 0x2F
            isPart = isStart || source == .branch && (byte == 0x2D || byte == 0x2E || byte == 0x5F)
            index += 1
        }
    }

    /// How long what stands before the dash may be.
    private static let prefixLimit = 10
    private static let digitLimit = 7

    private func key(at start: Int, in word: Range<Int>, inAnyCase: Bool) -> (key: TicketKey, end: Int)? {
        guard text[start].isLetter, inAnyCase || text[start].isUppercase else {
            return nil
        }
        var dash = start
        while dash - start <= Self.prefixLimit, text[dash].isWord { dash += 1 }
        guard (2...Self.prefixLimit).contains(dash - start), text[dash] == 0x2D,
            let end = text.endOfNumber(at: dash + 1, digits: Self.digitLimit), mayEnd(at: end, word),
            let tracker = tracker(ofPrefix: start..<dash, isLoose: start == 0 && end == text.end)
        else { return nil }
        return (TicketKey(tracker, text.string(start..<end).uppercased()), end)
    }

    /// Whether a key can end there: not before a further number or an extension, as in `CVE-2024-1234`,
    /// `GPT-3.5` and `IMG-12.png`, nor within a word.
    private func mayEnd(at end: Int, _ word: Range<Int>) -> Bool {
        guard end < word.upperBound else { return !text.isJoined(at: end) }
        switch text[end] {
        case 0x2F: return true
        case 0x2D: return source == .branch || !text[end + 1].isDigit
        case 0x2E: return !text[end + 1].isWord
        case 0x5F: return source == .branch
        default: return false
        }
    }

    /// - Parameter isLoose: whether neither a folder nor a further word sets a branch's key off: `topic-1`.
    private func tracker(ofPrefix range: Range<Int>, isLoose: Bool) -> Tracker? {
        let written = text.string(range)
        let prefix = written.uppercased()
        if written == prefix { return scanner.tracker(ofPrefix: prefix) }
        if scanner.isListed(prefix) { return scanner.tracker(ofPrefix: prefix) }
        guard !isLoose, written.utf8.allSatisfy(\.isLowercase), !TicketStopList.branchWords.contains(prefix)
        else { return nil }
        return scanner.tracker(ofPrefix: prefix)
    }

    /// GitLab names a branch it makes from an issue `12-fix-login`.
    mutating func readNumberOfBranch() {
        guard scanner.trackers.contains(.gitLabIssue), let end = text.endOfNumber(at: 0, digits: 9),
            text[end] == 0x2D, text[end + 1].isLetter
        else { return }
        add(TicketKey(.gitLabIssue, "#" + text.string(0..<end)), 0..<end)
    }
}
