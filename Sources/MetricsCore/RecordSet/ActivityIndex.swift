/// What `ProjectRecords.active(in:)` looks for, kept at hand: its cost is that of what it finds, not of all that is
/// stored. The index belongs to one project's records and follows every change of them.
package struct ActivityIndex: Sendable {
    var mergeRequests = SpanIndex<MergeRequestKey>()
    var issues = SpanIndex<IssueKey>()
    var pipelines = SpanIndex<PipelineKey>()
    var deployments = SpanIndex<DeploymentKey>()
    var commits = SpanIndex<CommitKey>()
    /// Per environment, in order of finishing.
    var successes: [EnvironmentKey: [DeploymentRecord.Success]] = [:]
    var events: [MergeRequestKey: Set<ProvisionalEvent.ID>] = [:]
    var notes: [RecordReference: Set<NoteKey>] = [:]
    var listings: [RecordReference: Set<ListingRecord.ID>] = [:]
    /// Those subjects of notes and listings that are projects: always active.
    var projects: Set<RecordReference> = []

    /// O(n).
    package init(of records: ProjectRecords) { insert(records) }

    /// Follows a change of the records; O(records changed).
    package mutating func update(before: ProjectRecords, after: ProjectRecords) {
        remove(before)
        insert(after)
    }

    private mutating func insert(_ records: ProjectRecords) {
        for record in records.mergeRequests { mergeRequests.insert(record.id, record.activitySpan) }
        for record in records.issues { issues.insert(record.id, record.activitySpan) }
        for record in records.pipelines { pipelines.insert(record.id, record.activitySpan) }
        for record in records.commits { commits.insert(record.id, record.activitySpan) }
        for record in records.deployments {
            deployments.insert(record.id, record.activitySpan)
            guard let success = record.success else { continue }
            let place = successes[success.environment]?.count(before: success) ?? 0
            successes[success.environment, default: []].insert(success, at: place)
        }
        for record in records.notes {
            notes[record.subject, default: []].insert(record.id)
            if record.subject.kind == .project { projects.insert(record.subject) }
        }
        for record in records.listings {
            listings[record.id.subject, default: []].insert(record.id)
            if record.id.subject.kind == .project { projects.insert(record.id.subject) }
        }
        for record in records.provisionalEvents { events[record.mergeRequest, default: []].insert(record.id) }
    }

    private mutating func remove(_ records: ProjectRecords) {
        for record in records.mergeRequests { mergeRequests.remove(record.id, record.activitySpan) }
        for record in records.issues { issues.remove(record.id, record.activitySpan) }
        for record in records.pipelines { pipelines.remove(record.id, record.activitySpan) }
        for record in records.commits { commits.remove(record.id, record.activitySpan) }
        for record in records.deployments {
            deployments.remove(record.id, record.activitySpan)
            guard let success = record.success,
                let place = successes[success.environment]?.count(before: success)
            else { continue }
            successes[success.environment]?.remove(at: place)
        }
        for record in records.notes { notes[record.subject]?.remove(record.id) }
        for record in records.listings { listings[record.id.subject]?.remove(record.id) }
        for record in records.provisionalEvents { events[record.mergeRequest]?.remove(record.id) }
    }
}

extension Array where Element: Comparable {
    /// How many elements of a sorted array come before the element; O(log n).
    func count(before element: Element) -> Int { partitioningIndex { !($0 < element) } }

    /// Where the predicate, false for a first part of the array and true for the rest, becomes true; O(log n).
    func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
