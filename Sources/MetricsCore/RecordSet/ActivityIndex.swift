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
    var timeLogs = SpanIndex<TimeLogKey>()
    var activityEvents = SpanIndex<ActivityEventKey>()
    var events = ChildIndex<MergeRequestKey, ProvisionalEvent.ID>()
    var jobs = ChildIndex<PipelineKey, JobKey>()
    var notes = ChildIndex<RecordReference, NoteKey>()
    var labelEvents = ChildIndex<RecordReference, LabelEventRecord.ID>()
    var stateEvents = ChildIndex<RecordReference, StateEventRecord.ID>()
    var milestoneEvents = ChildIndex<RecordReference, MilestoneEventRecord.ID>()
    var bookedTime = ChildIndex<RecordReference, TimeLogKey>()
    var listings = ChildIndex<RecordReference, ListingRecord.ID>()
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
            notes.insert(record.id, under: record.subject)
            if record.subject.kind == .project { projects.insert(record.subject) }
        }
        for record in records.listings {
            listings.insert(record.id, under: record.id.subject)
            if record.id.subject.kind == .project { projects.insert(record.id.subject) }
        }
        for record in records.provisionalEvents { events.insert(record.id, under: record.mergeRequest) }
        for record in records.jobs { jobs.insert(record.id, under: record.pipeline) }
        for record in records.labelEvents { labelEvents.insert(record.id, under: record.subject) }
        for record in records.stateEvents { stateEvents.insert(record.id, under: record.subject) }
        for record in records.milestoneEvents { milestoneEvents.insert(record.id, under: record.subject) }
        for record in records.timeLogs {
            bookedTime.insert(record.id, under: record.subject)
            timeLogs.insert(record.id, record.activitySpan)
        }
        for record in records.activityEvents { activityEvents.insert(record.id, record.activitySpan) }
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
        for record in records.notes { notes.remove(record.id, from: record.subject) }
        for record in records.listings { listings.remove(record.id, from: record.id.subject) }
        for record in records.provisionalEvents { events.remove(record.id, from: record.mergeRequest) }
        for record in records.jobs { jobs.remove(record.id, from: record.pipeline) }
        for record in records.labelEvents { labelEvents.remove(record.id, from: record.subject) }
        for record in records.stateEvents { stateEvents.remove(record.id, from: record.subject) }
        for record in records.milestoneEvents { milestoneEvents.remove(record.id, from: record.subject) }
        for record in records.timeLogs {
            bookedTime.remove(record.id, from: record.subject)
            timeLogs.remove(record.id, record.activitySpan)
        }
        for record in records.activityEvents { activityEvents.remove(record.id, record.activitySpan) }
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
