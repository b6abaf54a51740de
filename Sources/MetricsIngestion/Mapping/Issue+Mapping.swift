import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension Issue: NamingUsers {
    var users: [User] { [author, closedBy].compactMap(\.self) + assignees }

    func record(_ context: ReadContext) -> IssueRecord {
        let stamp = context.stamp(updatedAt: updatedAt)
        var record = IssueRecord(id: context.key(id), project: context.project)
        record.summary = summary.map { Register($0, stamp: stamp) }
        record.author = Register(author?.account, stamp: stamp)
        record.assignees = Register(assignees.map(\.account).sorted(), stamp: stamp)
        record.closedAt = Register(closedAt.map { Instant($0) }, stamp: stamp)
        record.closedBy = Register(closedBy?.account, stamp: stamp)
        record.milestone = Register(milestone.map { context.key($0.id) }, stamp: stamp)
        record.weight = Register(weight, stamp: stamp)
        record.timeEstimate = timeStats?.timeEstimate.map { Register($0, stamp: stamp) }
        record.movedTo = Register(movedToID.map { context.key($0) }, stamp: stamp)
        record.isConfidential = Register(isConfidential, stamp: stamp)
        record.severity = Register(severity?.rawValue, stamp: stamp)
        record.dueOn = Register(dueDate?.day, stamp: stamp)
        record.webURL = webURL.map { Register($0.absoluteString, stamp: stamp) }
        record.existence = Register(.present, stamp: context.stamp)
        return record
    }

    private var summary: IssueRecord.Summary? {
        guard let state = IssueRecord.State(rawValue: state.rawValue) else { return nil }
        return IssueRecord.Summary(
            iid: Int64(iid.rawValue), title: title, type: issueType?.rawValue ?? IssueType.issue.rawValue,
            state: state, createdAt: Instant(createdAt), updatedAt: Instant(updatedAt),
            labels: labels.sorted(),
            mentions: Mention.all(in: description ?? "", projectURL: webURL?.projectPage))
    }
}
