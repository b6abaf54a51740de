import WireFormat

extension World {
    /// Hands in a review of a merge request: `reviewed`, or `requested_changes`, which a system note tells too.
    ///
    /// - Parameter body: a summary, which becomes a comment.
    public mutating func review(
        _ iid: Int, in project: Int, by user: Int, requestsChanges: Bool = false, body: String? = nil
    ) throws(WorldError) {
        let id = try mergeRequestID(iid, in: project)
        if let body { try comment(on: iid, in: project, by: user, body: body) }
        setReviewState(requestsChanges ? "requested_changes" : "reviewed", of: id, by: user)
        guard requestsChanges else { return }
        addNote(
            onMergeRequest: id, by: user, body: "requested changes", isSystem: true,
            action: "requested_changes")
        settleMergeStatus(of: id)
        touchMergeRequest(id)
    }

    /// Asks a reviewer once more; what was reviewed before counts no longer.
    public mutating func requestReviewAgain(of iid: Int, in project: Int, from reviewer: Int, by user: Int)
        throws(WorldError)
    {
        let id = try mergeRequestID(iid, in: project)
        guard mergeRequests[id]?.reviews.contains(where: { $0.user == reviewer }) == true else {
            throw WorldError("\(reviewer) does not review !\(iid)")
        }
        let before = mergeRequests[id]
        setReviewState("unreviewed", of: id, by: reviewer)
        addNote(
            onMergeRequest: id, by: user, body: "requested review from @\(username(reviewer))",
            isSystem: true, action: "reviewer")
        settleMergeStatus(of: id)
        mergeRequests[id]?.resource.update(at: clock)
        announceRequest(mergeRequest: id, from: reviewer, by: user, since: before)
    }

    /// Takes the request for a review back.
    public mutating func removeReviewer(_ reviewer: Int, of iid: Int, in project: Int, by user: Int)
        throws(WorldError)
    {
        let id = try mergeRequestID(iid, in: project)
        let before = mergeRequests[id]
        let present = before?.resource["reviewers"].arrayValue ?? []
        let others = present.filter { $0["id"]?.intValue != reviewer }
        guard others.count < present.count else { throw WorldError("\(reviewer) does not review !\(iid)") }
        mergeRequests[id]?.resource["reviewers"] = .array(others)
        mergeRequests[id]?.reviews.removeAll { $0.user == reviewer }
        addNote(
            onMergeRequest: id, by: user, body: "removed review request for @\(username(reviewer))",
            isSystem: true, action: "reviewer")
        settleMergeStatus(of: id)
        mergeRequests[id]?.resource.update(at: clock)
        announce("update", mergeRequest: id, by: user, since: before)
    }

    /// What reviewers have done, in order of the request.
    public func reviewStates(of iid: Int, in project: Int) -> [(user: Int, state: String)] {
        let id = mergeRequests.id(iid: iid, in: project)
        return id.flatMap { mergeRequests[$0] }?.reviews.map { ($0.user, $0.state) } ?? []
    }

    mutating func enlist(_ users: [Int], asReviewersOf id: Int) {
        mergeRequests[id]?.reviews += users.map { [clock] in
            .init(user: $0, createdAt: clock, updatedAt: clock)
        }
    }

    /// Writes the state of a user's review; those who were not asked have none.
    mutating func setReviewState(_ state: String, of id: Int, by user: Int) {
        guard let index = mergeRequests[id]?.reviews.firstIndex(where: { $0.user == user }) else { return }
        mergeRequests[id]?.reviews[index].state = state
        mergeRequests[id]?.reviews[index].updatedAt = clock
    }

    /// Notes what was pushed; a merge request without commits has no version yet.
    mutating func recordVersion(of id: Int, at moment: Instant? = nil) {
        guard let row = mergeRequests[id], let head = row.commits.last else { return }
        let version = MergeRequest.Version(
            id: sequences.next(.version), head: head, base: base(of: row), createdAt: moment ?? clock,
            commitCount: row.commits.count)
        mergeRequests[id]?.versions.append(version)
    }

    /// The commit a merge request branched off from.
    func base(of row: MergeRequest) -> String? {
        row.commits.first.flatMap { commit($0, in: row.parent)?.parents.first }
    }
}
