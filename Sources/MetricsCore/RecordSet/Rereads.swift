/// Facts a merge learns anew without new content, which nevertheless may end the life of another record: a complete
/// listing read again leaves out what came after the last one, an event turns out to have come earlier.
struct Rereads {
    private var listings: [RecordReference: ListingRecord] = [:]
    private var events: [ProvisionalEvent] = []

    /// What of the incoming records stands among the records already; `nil` if none of it can end a life.
    init?(of incoming: ProjectRecords, over records: ProjectRecords) {
        for listing in incoming.listings where listing.id.children == .note {
            guard let old = records.listings[listing.id], old.began < listing.began else { continue }
            listings[listing.id.subject] = old
        }
        for event in incoming.provisionalEvents {
            guard let old = records.provisionalEvents[event.id], event.received < old.received else {
                continue
            }
            events.append(old)
        }
        if listings.isEmpty && events.isEmpty { return nil }
    }

    /// Adds to the change those that did, now that they are merged. Only the few records that came after the
    /// listings were last read are looked at.
    func note(in records: ProjectRecords, _ change: inout ProjectRecords.Change) {
        for subject in subjectsOfEndedLives(in: records) {
            guard let old = listings[subject], let new = records.listings[old.id] else { continue }
            change.before.listings.replace(old)
            change.after.listings.replace(new)
        }
        for old in events {
            guard let new = records.provisionalEvents[old.id] else { continue }
            let notes = records.listing(of: .note, in: .mergeRequest(new.mergeRequest))
            guard new.isSuperseded(by: notes) != old.isSuperseded(by: notes) else { continue }
            change.before.provisionalEvents.replace(old)
            change.after.provisionalEvents.replace(new)
        }
    }

    private func subjectsOfEndedLives(in records: ProjectRecords) -> Set<RecordReference> {
        guard let earliest = listings.values.lazy.map(\.began).min() else { return [] }
        var subjects: Set<RecordReference> = []
        let since = Instant(millisecondsSince1970: earliest)
        for note in records.notes where note.createdAt >= since && !records.isLive(note) {
            guard let old = listings[note.subject], old.isLive(note.id.id, createdAt: note.createdAt) else {
                continue
            }
            subjects.insert(note.subject)
        }
        for event in records.provisionalEvents where event.received >= earliest && !records.isLive(event) {
            let subject = RecordReference.mergeRequest(event.mergeRequest)
            guard let old = listings[subject], !event.isSuperseded(by: old) else { continue }
            subjects.insert(subject)
        }
        return subjects
    }
}
