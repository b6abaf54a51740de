/// One pass over one text: words are looked at one after the other, each once.
struct TicketReading {
    let text: TextBytes
    let source: TicketSource
    let scanner: TicketScanner
    /// Whether keys stand in lower case too.
    let isBranchOfPeople: Bool
    private var finds: [(start: Int, mention: TicketMention)] = []
    /// Where a ticket is closed if one is named there.
    private var closing = ClosingWords()

    init(_ text: String, of source: TicketSource, by scanner: TicketScanner) {
        let bytes = Array(text.utf8)
        self.text = TextBytes(source == .description ? MarkdownCode.blanked(bytes) : bytes)
        self.source = source
        isBranchOfPeople = source == .branch && !TicketStopList.botBranches.contains(where: text.hasPrefix)
        self.scanner = scanner
    }

    /// In order of appearance, each ticket once.
    var mentions: [TicketMention] { finds.map(\.mention).distinct }

    mutating func read() {
        if source == .branch { readNumberOfBranch() }
        var index = 0
        while index < text.end {
            let byte = text[index]
            index = byte.isPath || byte == 0x23 || byte == 0x21 ? readWord(at: index) : index + 1
        }
        readPattern()
    }

    mutating func add(_ key: TicketKey?, _ place: Range<Int>) {
        guard let key else { return }
        let isClosing = closing.reaches(place, in: text) && key.tracker != .gitLabMergeRequest
        finds.append((place.lowerBound, TicketMention(key, isClosing: isClosing)))
    }

    /// - Returns: where to go on.
    private mutating func readWord(at start: Int) -> Int {
        let end = text.end(of: start) { $0.isPath }
        if let address = TicketAddress(in: text, from: start, to: end) {
            add(address.ticket(for: scanner), start..<address.end)
            return address.end
        }
        closing.read(start..<end, in: text)
        if let next = readReference(start..<end) { return next }
        let isBound = text.isJoined(at: start) || "@%&\\".utf8.contains(text[start - 1])
        let isEmail = text[end] == 0x40
        if !isBound, !isEmail { readKeys(in: start..<end) }
        return max(end, start + 1)
    }

    /// What the host's own pattern finds, put where it stands among the rest.
    private mutating func readPattern() {
        guard let pattern = scanner.pattern else { return }
        for (start, key) in pattern.keys(in: text.bytes) {
            finds.append((start, TicketMention(key, isClosing: closing.starts.contains(start))))
        }
        finds = finds.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
            .map(\.element)
    }
}
