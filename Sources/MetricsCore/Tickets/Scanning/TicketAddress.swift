/// An address in a text: `https://gitlab.example.com/group/app/-/issues/12`, `linear.app/team/issue/ENG-123`.
struct TicketAddress {
    /// In lower case, without user and password.
    private let host: String
    private let segments: [Substring]
    /// The values of the query.
    private let values: [Substring]
    /// Where it ends in the text.
    let end: Int

    /// - Parameters:
    ///   - start: where a word begins.
    ///   - wordEnd: where the word ends.
    init?(in text: TextBytes, from start: Int, to wordEnd: Int) {
        guard Self.initials.contains(text[start]) else { return nil }
        let authority: Int
        if text.has("https://", at: start) {
            authority = start + 8
        } else if text.has("http://", at: start) {
            authority = start + 7
        } else if Self.barePrefixes.contains(where: { text.has($0, at: start) }) {
            authority = start
        } else {
            return nil
        }
        var end = text.end(of: authority, while: Self.isPart)
        while end > authority, ".,;:!?".utf8.contains(text[end - 1]) { end -= 1 }
        guard end > authority else { return nil }
        self.end = end
        let address = text.string(authority..<end).prefix { $0 != "#" }
        let path = address.prefix { $0 != "?" }
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        host = (parts.first?.split(separator: "@").last).map { $0.lowercased() } ?? ""
        segments = Array(parts.dropFirst())
        values = address.dropFirst(path.count + 1).split(separator: "&").compactMap {
            $0.firstIndex(of: "=").map($0.suffix(from:))?.dropFirst()
        }
    }

    private static let initials = Array("hlnw".utf8)
    private static let barePrefixes: [StaticString] = ["linear.app/", "notion.so/", "www.notion.so/"]

    private static func isPart(_ byte: UInt8) -> Bool {
        (0x21..<0x7F).contains(byte) && !"<>\"'`\\|^{}()[]".utf8.contains(byte)
    }

    /// The ticket that the address leads to.
    func ticket(for scanner: TicketScanner) -> TicketKey? {
        if segments.contains("-") { return gitLabTicket(for: scanner) }
        if Self.isNotion(host) {
            return scanner.trackers.contains(.notion) ? notionPage.map { TicketKey(.notion, $0) } : nil
        }
        if let item = azureItem {
            return scanner.trackers.contains(.azureBoards) ? TicketKey(.azureBoards, item) : nil
        }
        return key(for: scanner)
    }

    // MARK: GitLab

    private func gitLabTicket(for scanner: TicketScanner) -> TicketKey? {
        guard let dash = segments.firstIndex(of: "-"), dash >= 2 else { return nil }
        var rest = segments[(dash + 1)...]
        let kind = rest.popFirst()
        if kind == "issues", rest.first == "incident" { rest.removeFirst() }
        guard let number = rest.first.flatMap(Self.number) else { return nil }
        let project = segments[..<dash].joined(separator: "/")
        switch kind {
        case "issues", "work_items":
            guard scanner.trackers.contains(.gitLabIssue) else { return nil }
            return TicketKey(.gitLabIssue, "#\(number)", project: project, host: host)
        case "merge_requests":
            guard scanner.trackers.contains(.gitLabMergeRequest) else { return nil }
            return TicketKey(.gitLabMergeRequest, "!\(number)", project: project, host: host)
        default: return nil
        }
    }

    private static func number(_ text: Substring) -> Substring? {
        let bytes = TextBytes(Array(text.utf8))
        return bytes.endOfNumber(at: 0, digits: 10) == bytes.end ? text : nil
    }

    // MARK: Notion and Azure Boards

    private static func isNotion(_ host: String) -> Bool {
        host == "notion.so" || host.hasSuffix(".notion.so") || host.hasSuffix(".notion.site")
    }

    /// The 32 hex digits at the end of the path, or of the page that lies open over another: `?p=…`.
    private var notionPage: String? {
        (values + [segments.last ?? ""]).lazy.compactMap { text in
            let digits = text.filter { $0 != "-" }.suffix(32)
            let before = text.filter { $0 != "-" }.dropLast(32)
            guard digits.utf8.count == 32, digits.utf8.allSatisfy(\.isHexDigit) else { return nil }
            return before.isEmpty || text.dropLast(32).last == "-" ? digits.lowercased() : nil
        }.first
    }

    private var azureItem: String? {
        guard host == "dev.azure.com" || host.hasSuffix(".visualstudio.com"),
            let place = segments.firstIndex(of: "_workitems"), segments.count > place + 2
        else { return nil }
        return Self.number(segments[place + 2]).map { "AB#\($0)" }
    }

    // MARK: keys

    /// `…/browse/ABC-123`, `tracker.yandex.ru/ABC-123`, `…?selectedIssue=ABC-123`.
    private func key(for scanner: TicketScanner) -> TicketKey? {
        for (position, part) in (segments + values).enumerated() {
            guard let prefix = Self.prefix(ofKey: part) else { continue }
            let isBrowsed = position > 0 && position < segments.count && segments[position - 1] == "browse"
            let owner: Tracker? =
                if host == "linear.app" {
                    .linear
                } else if host.hasPrefix("tracker.yandex.") || host == "st.yandex-team.ru" {
                    .yandexTracker
                } else if isBrowsed { .jira } else { nil }
            if let owner {
                if scanner.takes(prefix, for: owner) { return TicketKey(owner, String(part)) }
            } else if let tracker = scanner.tracker(ofPrefix: prefix) {
                return TicketKey(tracker, String(part))
            }
        }
        return nil
    }

    /// The prefix, if all of it is a key.
    private static func prefix(ofKey text: Substring) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let prefix = parts.first, let digits = parts.last, number(digits) != nil,
            (2...10).contains(prefix.utf8.count), prefix.utf8.first?.isUppercase ?? false,
            prefix.utf8.allSatisfy({ $0.isUppercase || $0.isDigit || $0 == 0x5F })
        else { return nil }
        return String(prefix)
    }
}
