import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension IssueNode {
    func record(_ context: ReadContext) -> IssueRecord {
        let stamp = context.stamp(updatedAt: updatedAt, precision: .second)
        var record = IssueRecord(id: context.key(id), project: context.project)
        record.summary = summary(context).map { Register($0, stamp: stamp) }
        record.author = Register(author?.account, stamp: stamp)
        record.assignees = assignees.accounts.map { Register($0, stamp: stamp) }
        record.closedAt = Register(closedAt.map { Instant($0) }, stamp: stamp)
        if state != .closed { record.closedBy = Register(nil, stamp: stamp) }
        record.milestone = Register(milestone.map { context.key($0) }, stamp: stamp)
        if hasWeight { record.weight = Register(weight, stamp: stamp) }
        record.timeEstimate = timeEstimate.map { Register($0, stamp: stamp) }
        record.movedTo = Register(movedTo.map { context.key($0) }, stamp: stamp)
        record.isConfidential = Register(isConfidential, stamp: stamp)
        record.severity = Register(severity?.rawValue, stamp: stamp)
        record.dueOn = Register(dueDate?.day, stamp: stamp)
        record.webURL = webURL.map { Register($0.absoluteString, stamp: stamp) }
        record.existence = Register(.present, stamp: context.stamp)
        return record
    }

    private func summary(_ context: ReadContext) -> IssueRecord.Summary? {
        guard let state = IssueRecord.State(rawValue: state.rawValue) else { return nil }
        return IssueRecord.Summary(
            iid: Int64(iid.rawValue), title: title, type: type.rawValue, state: state,
            createdAt: Instant(createdAt), updatedAt: Instant(updatedAt),
            labels: children.labels.nodes.map(\.title).sorted(),
            mentions: Mention.all(in: description ?? "", projectURL: webURL?.projectPage))
    }

    /// Whether everything in it could be understood.
    var isUnderstood: Bool { assignees.skipped.isEmpty && children.isUnderstood }

    /// Everybody it names, those of its notes and time logs included.
    var users: [UserNode] { [author].compactMap(\.self) + assignees.nodes + children.users }
}
