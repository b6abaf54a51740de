import WireFormat

/// How many approvals a merge request into a project needs, and whose.
///
/// <https://docs.gitlab.com/api/merge_request_approvals/>
struct ApprovalRule: Sendable {
    let id: Int
    let name: String
    let required: Int
    /// Whose approvals count; empty for those of anybody who may merge.
    let users: [Int]

    /// As REST's `rule_type` spells it.
    var kind: String { users.isEmpty ? "any_approver" : "regular" }

    /// Those among the approvers whose approval counts.
    func approved(by approvers: [Int]) -> [Int] {
        users.isEmpty ? approvers : approvers.filter { users.contains($0) }
    }

    func left(after approvers: [Int]) -> Int { max(0, required - approved(by: approvers).count) }
}

extension World {
    /// Requires approvals of merge requests into a project; counts where the instance has Premium.
    ///
    /// - Parameter users: whose approvals count; empty for those of anybody who may merge.
    public mutating func requireApprovals(
        _ count: Int, in project: Int, name: String = "All Members", from users: [Int] = []
    ) {
        approvalRules[project, default: []].append(
            ApprovalRule(id: sequences.next(.approvalRule), name: name, required: count, users: users))
        for id in mergeRequests.ids(in: project) { settleMergeStatus(of: id) }
    }

    /// How many approvals merge requests into a project need.
    public func approvalsRequired(in project: Int) -> Int { rules(of: project).map(\.required).reduce(0, +) }

    /// The rules that count, the licence considered.
    func rules(of project: Int) -> [ApprovalRule] { tier >= .premium ? approvalRules[project] ?? [] : [] }

    /// How many approvals a merge request still lacks.
    func approvalsLeft(of row: MergeRequest) -> Int {
        approvalsLeft(of: row, under: rules(of: row.parent))
    }

    func approvalsLeft(of row: MergeRequest, under rules: [ApprovalRule]) -> Int {
        let approvers = row.approvals.map(\.user)
        return rules.map { $0.left(after: approvers) }.reduce(0, +)
    }

    /// Writes whether and why a merge request cannot be merged, the first reason only, as GitLab does.
    mutating func settleMergeStatus(of id: Int) {
        guard let row = mergeRequests[id] else { return }
        let status =
            if !row.isOpen {
                "not_open"
            } else if row.isDraft {
                "draft_status"
            } else if tier >= .premium, row.reviews.contains(where: { $0.state == "requested_changes" }) {
                "requested_changes"
            } else if approvalsLeft(of: row) > 0 {
                "not_approved"
            } else {
                "mergeable"
            }
        guard row.resource.text("detailed_merge_status") != status else { return }
        mergeRequests[id]?.resource["detailed_merge_status"] = .string(status)
    }
}
