import Foundation
import GitLabVocabulary
import MetricsCore
import WebhookModels

extension IssueEvent {
    /// Its comments and system notes come only by reading, so it is always to be read.
    func records(_ context: EventContext) -> EventRecords {
        let people = NamedPeople([user] + (assignees ?? []))
        var told = EventRecords()
        told.refresh = [context.refresh(.issue(iid: Int64(issue.iid.rawValue)))]
        told.records = people.records(context)
        var record = issue.record(people, type: .issue, labels: labels, context)
        let stamp = context.stamp(issue.updatedAt)
        record.assignees = people.all(assignees, issue.assigneeIDs).map { Register($0, stamp: stamp) }
        if action == .close {
            if record.closedAt == nil { record.closedAt = Register(Instant(issue.updatedAt), stamp: stamp) }
            record.closedBy = user?.account.map { Register($0, stamp: stamp) }
        }
        told.records.insert(record)
        return told
    }
}

extension WebhookIssue {
    /// What its own events and those of comments on it tell alike.
    ///
    /// - Parameters:
    ///   - type: what it is where it does not say so itself; `nil` where that is not known.
    ///   - labels: those the event tells beside it.
    func record(
        _ people: NamedPeople, type: IssueType? = nil, labels: [WebhookLabel]? = nil, _ context: EventContext
    ) -> IssueRecord {
        let stamp = context.stamp(updatedAt)
        var record = IssueRecord(id: context.key(id), project: context.project)
        record.summary = summary(self.type ?? type, labels ?? self.labels).map { Register($0, stamp: stamp) }
        record.author = people[authorID].map { Register($0, stamp: stamp) }
        record.closedAt = closedAt.register(stamp) { Instant($0) }
        record.milestone = milestoneID.register(stamp) { context.key($0) }
        record.weight = weight.register(stamp) { $0 }
        record.timeEstimate = timeEstimate.map { Register($0, stamp: stamp) }
        record.movedTo = movedToID.register(stamp) { context.key($0) }
        record.isConfidential = isConfidential.map { Register($0, stamp: stamp) }
        record.severity = severity.map { Register($0.rawValue, stamp: stamp) }
        record.dueOn = dueDate.register(stamp) { $0.day }
        record.webURL = url.map { Register($0.absoluteString, stamp: stamp) }
        return record
    }

    /// `nil` where a part of it is not told: parts of it never stand for the whole.
    private func summary(_ type: IssueType?, _ labels: [WebhookLabel]?) -> IssueRecord.Summary? {
        guard let state = IssueRecord.State(rawValue: state.rawValue), let type, let labels else {
            return nil
        }
        return IssueRecord.Summary(
            iid: Int64(iid.rawValue), title: title, type: type.rawValue, state: state,
            createdAt: Instant(createdAt), updatedAt: Instant(updatedAt),
            labels: labels.map(\.title).sorted(),
            mentions: Mention.all(in: description ?? "", projectURL: url?.projectPage))
    }
}
