/// What became of each approval of a merge request, told as `TimelineReader` counts them.
struct ApprovalFates {
    /// By the event's index: why an approval did not stand.
    private(set) var reasons: [Int: ExclusionReason] = [:]
    /// Indices of those that stood to the merge, or stand now, in order of time.
    private(set) var standing: [Int] = []

    /// - Parameter merged: after it nothing changes anything.
    init(of events: ArraySlice<TimelineEvent>, until merged: Instant?) {
        for index in events.indices {
            let event = events[index]
            if let merged, event.at > merged { break }
            switch event.kind {
            case .approved where event.actor == .human:
                if standing.contains(where: { events[$0].actorID == event.actorID }) {
                    reasons[index] = .repeated
                } else {
                    standing.append(index)
                }
            case .unapproved: fall(.withdrawn) { events[$0].actorID == event.actorID }
            case .approvalsReset: fall(.reset) { _ in true }
            default: break
            }
        }
    }

    private mutating func fall(_ reason: ExclusionReason, where isMeant: (Int) -> Bool) {
        for index in standing where isMeant(index) { reasons[index] = reason }
        standing.removeAll(where: isMeant)
    }
}
