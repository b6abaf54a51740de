extension String {
    /// The Markdown without its blocks of suggested code; a block that does not end goes to the end of the text.
    ///
    /// <https://docs.gitlab.com/user/project/merge_requests/reviews/suggestions/>
    var withoutSuggestions: String {
        guard contains("suggestion") else { return self }
        var kept: [Substring] = []
        var fence: Fence?
        var isSuggestion = false
        for line in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if let open = fence {
                if !isSuggestion { kept.append(line) }
                if open.isClosed(by: line) { fence = nil }
            } else {
                fence = Fence(openedBy: line)
                isSuggestion = fence?.info.lowercased().hasPrefix("suggestion") == true
                if !isSuggestion { kept.append(line) }
            }
        }
        return kept.joined(separator: "\n")
    }
}

/// Three or more backticks or tildes that begin a block of code, perhaps within a quote or a list.
private struct Fence {
    let mark: Character
    let length: Int
    /// What stands behind the marks: the language.
    let info: Substring

    init?(openedBy line: Substring) {
        let content = line.drop { $0.isWhitespace || "->*+".contains($0) || $0.isNumber || $0 == "." }
        guard let mark = content.first, mark == "`" || mark == "~" else { return nil }
        length = content.prefix { $0 == mark }.count
        guard length >= 3 else { return nil }
        self.mark = mark
        info = content.dropFirst(length).drop(while: \.isWhitespace)
        // Such marks within a line are code of its own.
        if mark == "`", info.contains("`") { return nil }
    }

    func isClosed(by line: Substring) -> Bool {
        let content = line.drop { $0.isWhitespace || $0 == ">" }
        let marks = content.prefix { $0 == mark }
        return marks.count >= length && content.dropFirst(marks.count).allSatisfy(\.isWhitespace)
    }
}
