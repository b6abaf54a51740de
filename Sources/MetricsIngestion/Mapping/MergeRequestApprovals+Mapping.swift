import Foundation
import GitLabAPI
import MetricsCore

extension MergeRequestApprovals {
    func record(of mergeRequest: MergeRequestKey, _ context: ReadContext) -> ApprovalsRecord {
        let approvals = approvedBy.map {
            ApprovalsRecord.Approval(by: $0.user.account, at: $0.approvedAt.map { Instant($0) })
        }
        let state = ApprovalsRecord.State(
            approvals: approvals.sorted { $0.by < $1.by }, required: approvalsRequired)
        return ApprovalsRecord(
            id: mergeRequest, project: context.project, state: Register(state, stamp: context.stamp))
    }
}
