extension MergeRequestTimeline {
    /// What the record alone tells; `nil` while nothing but its id is known.
    init?(_ record: MergeRequestRecord, row: Int, bots: BotRule) {
        guard record.existence?.value != .gone, let summary = record.summary?.value else { return nil }
        id = record.id.id
        self.row = Int32(row)
        created = summary.createdAt
        merged = summary.state == .merged ? record.merge?.value.at : nil
        closed = summary.state == .closed ? record.closedAt?.value : nil
        if summary.isDraft { traits.insert(.draft) } else { ready = summary.createdAt }
        if summary.state == .opened || summary.state == .locked { traits.insert(.open) }
        if let author = record.author?.value, bots.isBot(author) { traits.insert(.byBot) }
    }
}
