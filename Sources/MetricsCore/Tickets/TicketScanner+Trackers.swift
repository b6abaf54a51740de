extension TicketScanner {
    /// Whose key it is that begins so; `nil` if nobody's. Unless listed, a prefix begins with two letters: `Q3-2026` and
    /// `X86-64` are no keys.
    func tracker(ofPrefix prefix: String) -> Tracker? {
        if let listed = trackers.first(where: { prefixes[$0]?.contains(prefix) ?? false }) { return listed }
        guard prefix.utf8.prefix(2).allSatisfy(\.isUppercase), !stopList.contains(prefix) else { return nil }
        return trackers.first { $0.ownsAnyPrefix && prefixes[$0] == nil }
    }

    func isListed(_ prefix: String) -> Bool {
        trackers.contains { prefixes[$0]?.contains(prefix) ?? false }
    }

    /// Whether that tracker is looked for and may have that prefix.
    func takes(_ prefix: String, for tracker: Tracker) -> Bool {
        trackers.contains(tracker) && prefixes[tracker].map { $0.contains(prefix) } ?? true
    }

    /// A mention that another scanner found, as this one would tell it; `nil` if this one is not after it. Texts that are
    /// not kept were scanned when they were read.
    public func adopt(_ mention: TicketMention, in project: TicketProject?) -> TicketMention? {
        let key = mention.ticket
        if key.tracker == pattern?.tracker { return mention }
        guard !key.tracker.isGitLab else {
            guard trackers.contains(key.tracker) else { return nil }
            return TicketMention(project?.resolve(key) ?? key, isClosing: mention.isClosing)
        }
        guard let prefix = key.prefix else { return trackers.contains(key.tracker) ? mention : nil }
        guard key.tracker == .jira else { return takes(prefix, for: key.tracker) ? mention : nil }
        return tracker(ofPrefix: prefix).map {
            TicketMention(TicketKey($0, key.text), isClosing: mention.isClosing)
        }
    }
}
