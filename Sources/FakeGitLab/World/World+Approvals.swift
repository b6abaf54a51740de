import WireFormat

extension World {
    /// Approves a merge request, draft or not; twice by the same user is refused, as GitLab's 401 does.
    public mutating func approve(_ iid: Int, in project: Int, by user: Int) throws(WorldError) {
        let id = try mergeRequestID(iid, in: project)
        guard let row = mergeRequests[id], !row.approvals.contains(where: { $0.user == user }) else {
            throw WorldError("!\(iid) is already approved by \(user)")
        }
        mergeRequests[id]?.approvals.append(.init(user: user, at: clock))
        setReviewState("approved", of: id, by: user)
        addNote(
            onMergeRequest: id, by: user, body: "approved this merge request", isSystem: true,
            action: "approved")
        recordEvent("approved", in: project, by: user, target: target(of: row))
        settleMergeStatus(of: id)
        touchMergeRequest(id)
        let isComplete = tier == .free || mergeRequests[id].map { approvalsLeft(of: $0) } == 0
        announce(isComplete ? "approved" : "approval", mergeRequest: id, by: user)
    }

    /// Withdraws an approval; only the system note remembers it.
    public mutating func unapprove(_ iid: Int, in project: Int, by user: Int) throws(WorldError) {
        let id = try mergeRequestID(iid, in: project)
        guard let row = mergeRequests[id], row.approvals.contains(where: { $0.user == user }) else {
            throw WorldError("!\(iid) is not approved by \(user)")
        }
        mergeRequests[id]?.approvals.removeAll { $0.user == user }
        setReviewState("unapproved", of: id, by: user)
        addNote(
            onMergeRequest: id, by: user, body: "unapproved this merge request", isSystem: true,
            action: "unapproved")
        settleMergeStatus(of: id)
        touchMergeRequest(id)
        let left = mergeRequests[id].map { approvalsLeft(of: $0) }
        let isLost = tier == .free || (approvalsLeft(of: row) == 0 && left != 0)
        announce(isLost ? "unapproved" : "unapproval", mergeRequest: id, by: user)
    }

    /// Lets every push take a merge request's approvals away, or not, where the instance has Premium.
    ///
    /// <https://docs.gitlab.com/user/project/merge_requests/approvals/settings/#remove-all-approvals-when-commits-are-added-to-the-source-branch>
    public mutating func resetApprovals(onPushTo project: Int, _ isReset: Bool = true) {
        if isReset { approvalResets.insert(project) } else { approvalResets.remove(project) }
    }

    /// Takes the approvals away after a push; hooks hear that it was GitLab's doing, on behalf of who pushed.
    mutating func resetApprovals(ofMergeRequest id: Int, by user: Int) {
        guard tier >= .premium, let row = mergeRequests[id], approvalResets.contains(row.parent),
            !row.approvals.isEmpty
        else { return }
        for approval in row.approvals { setReviewState("unapproved", of: id, by: approval.user) }
        mergeRequests[id]?.approvals = []
        settleMergeStatus(of: id)
        announce(
            "unapproved", mergeRequest: id, by: user,
            adding: ["system": true, "system_action": "approvals_reset_on_push"])
    }

    /// Ids of the users whose approval stands, in order.
    public func approvers(of iid: Int, in project: Int) -> [Int] {
        mergeRequests.id(iid: iid, in: project).flatMap { mergeRequests[$0]?.approvals.map(\.user) } ?? []
    }
}
