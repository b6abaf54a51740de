extension MergeRequestTimeline {
    /// What the record alone tells; `nil` while nothing but its id is known.
    init?(_ record: MergeRequestRecord, row: Int, bots: Bots) {
        guard record.existence?.value != .gone, let created = record.summary?.value.createdAt,
            let state = record.summary?.value.state
        else { return nil }
        id = record.id.id
        self.row = Int32(row)
        author = record.author?.value?.id ?? 0
        self.created = created
        moments.merged = state == .merged ? record.merge?.value.at : nil
        moments.closed = state == .closed ? record.closedAt?.value : nil
        if record.summary?.value.isDraft == true { traits.insert(.draft) } else { moments.ready = created }
        if state == .opened || state == .locked { traits.insert(.open) }
        if let author = record.author?.value, bots.isBot(author) { traits.insert(.byBot) }
    }
}
