/// Who changed a merge request or an issue last, and who its words: hooks tell it, REST does not.
struct Edits: Sendable {
    var updatedBy: Int?
    var lastEditedBy: Int?
    var lastEditedAt: Instant?

    mutating func note(_ user: Int, at moment: Instant, changesWords: Bool) {
        updatedBy = user
        guard changesWords else { return }
        lastEditedBy = user
        lastEditedAt = moment
    }
}
