import WireFormat

/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#merge-request-events>
extension World {
    private static let changing = [
        "assignees", "blocking_discussions_resolved", "description", "draft", "labels", "last_edited_at",
        "last_edited_by_id", "merge_commit_sha", "merge_params", "merge_user_id",
        "merge_when_pipeline_succeeds", "milestone_id", "prepared_at", "reviewers", "squash_commit_sha",
        "state_id", "target_branch", "time_change", "time_estimate", "title", "total_time_spent",
        "updated_at", "updated_by_id",
    ]

    /// Tells of something done to a merge request that leaves its fields alone, such as an approval.
    mutating func announce(
        _ action: String, mergeRequest id: Int, by user: Int, adding extra: JSONValue = [:]
    ) {
        announce { world in
            world.mergeRequests[id].map {
                world.mergeRequestAnnouncement($0, action, by: user, changes: [:], adding: extra)
            }
        }
    }

    /// Tells of a change of a merge request's fields, if any of them changed.
    ///
    /// - Parameters:
    ///   - before: the merge request as it was.
    ///   - oldrev: the head before a push.
    mutating func announce(
        _ action: String, mergeRequest id: Int, by user: Int, since before: MergeRequest?,
        oldrev: String? = nil
    ) {
        guard let before, let row = mergeRequests[id] else { return }
        if action == "update", oldrev == nil {
            let changesWords = ["title", "description"].contains { row.resource[$0] != before.resource[$0] }
            mergeRequests[id]?.edits.note(user, at: clock, changesWords: changesWords)
        }
        announce { world in
            guard let row = world.mergeRequests[id], row.resource.object != before.resource.object else {
                return nil
            }
            let (old, new) = (world.changeable(before), world.changeable(row))
            let time = world.timeChange(from: old, to: new)
            var changes = JSONValue.changes(
                from: old.merging(["time_change": 0]), to: new.merging(time), of: Self.changing)
            // While it merges it is locked, which is what the last step comes from.
            if action == "merge" { changes["state_id"] = ["previous": 4, "current": 3] }
            var extra = time
            if let oldrev { extra["oldrev"] = .string(oldrev) }
            return world.mergeRequestAnnouncement(row, action, by: user, changes: changes, adding: extra)
        }
    }

    /// Tells that a merge request was opened, once it was prepared.
    mutating func announceOpening(mergeRequest id: Int, by user: Int) {
        announce { world in
            guard let row = world.mergeRequests[id] else { return nil }
            let new = world.changeable(row)
            let old = new.merging(["prepared_at": nil])
            return world.mergeRequestAnnouncement(
                row, "open", by: user, changes: .changes(from: old, to: new, of: Self.changing))
        }
    }

    /// Tells that a reviewer was asked once more: the one change that is shown as two lists.
    mutating func announceRequest(
        mergeRequest id: Int, from reviewer: Int, by user: Int, since before: MergeRequest?
    ) {
        announce { world in
            guard let before, let row = world.mergeRequests[id] else { return nil }
            let asked = JSONValue.array(world.hookReviewers(of: row, asked: reviewer))
            var announcement = world.mergeRequestAnnouncement(
                row, "update", by: user,
                changes: ["reviewers": [.array(world.hookReviewers(of: before)), asked]])
            announcement.body?["reviewers"] = asked
            announcement.systemBody?["reviewers"] = asked
            return announcement
        }
    }

    func mergeRequestAnnouncement(
        _ row: MergeRequest, _ action: String, by user: Int, changes: JSONValue, adding extra: JSONValue = [:]
    ) -> Announcement {
        var attributes = hookAttributes(of: row).merging(["action": .string(action), "system": false])
        if version >= "18.10" { attributes["actioned_at"] = .hookMoment(clock) }
        var body: JSONValue = [
            "object_kind": "merge_request", "event_type": "merge_request", "user": hookUser(user),
            "project": hookProject(row.parent), "object_attributes": attributes.merging(extra),
            "labels": .array(hookLabels(row.labels, in: row.parent)), "changes": changes,
            "repository": hookRepository(row.parent),
        ]
        let assignees = hookUsers(row.resource["assignees"])
        if !assignees.isEmpty { body["assignees"] = .array(assignees) }
        let reviewers = hookReviewers(of: row)
        if !reviewers.isEmpty { body["reviewers"] = .array(reviewers) }
        return announcement(
            "Merge Request Hook", "merge_requests_events", in: row.parent, body, system: body)
    }

    /// The fields `changes` may speak of.
    private func changeable(_ row: MergeRequest) -> JSONValue {
        hookAttributes(of: row).merging([
            "assignees": .array(hookUsers(row.resource["assignees"])),
            "reviewers": .array(hookReviewers(of: row)),
        ])
    }
}
