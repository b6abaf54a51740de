import Foundation
import GitLabAPI
import MetricsCore

extension MergeRequestApprovals: NamingUsers {
    var users: [User] { approvedBy.map(\.user) }

    func record(of mergeRequest: MergeRequestKey, _ context: ReadContext) -> ApprovalsRecord {
        ApprovalsRecord(
            id: mergeRequest, project: context.project,
            by: Register(users.map(\.account).sorted(), stamp: context.stamp),
            required: Register(approvalsRequired.flatMap { $0 > 0 ? $0 : nil }, stamp: context.stamp))
    }
}
