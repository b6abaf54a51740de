import FakeGitLab
import Foundation
import MetricsCore
import WireFormat

extension WorldRecords {
    /// The merge request and what hangs on it.
    func records(mergeRequest object: JSONValue, _ key: ProjectKey) -> RecordSet {
        let id = MergeRequestKey(instance, object.number("id"))
        let iid = Int(object.number("iid"))
        let project = Int(key.id)
        var set = RecordSet([record(object, id, key)])
        let notes = world.objects(.mergeRequestNotes, in: project).filter {
            $0.number("noteable_id") == id.id
        }
        for note in notes { set.insert(record(note: note, on: .mergeRequest(id), key)) }
        set.insert(
            listing(.note, .mergeRequest(id), .ids(notes.map { $0.number("id") }.sorted()), key))
        let users = Dictionary(
            world.objects(.users).map { ($0.number("id"), $0) }, uniquingKeysWith: { first, _ in first })
        // The ghost stands in for deleted users and is not listed among the users.
        let ghost = Account(id: Int64(World.ghost), username: "ghost")
        let approvers = world.approvals(of: iid, in: project).map { users[Int64($0.user)]?.account ?? ghost }
        let needed = world.approvalsRequired(in: project)
        set.insert(
            ApprovalsRecord(
                id: id, project: key, by: known(approvers.sorted()),
                required: known(needed > 0 ? needed : nil)))
        let shas = world.commitSHAs(of: iid, in: project)
        set.insert(listing(.commit, .mergeRequest(id), .shas(shas.sorted()), key))
        for sha in shas {
            if let commit = world.commitObject(sha, in: project) {
                set.insert(record(commit: commit, key, isOfMergeRequest: true))
            }
        }
        return set
    }

    private func record(
        _ object: JSONValue, _ id: MergeRequestKey, _ key: ProjectKey
    ) -> MergeRequestRecord {
        var record = MergeRequestRecord(id: id, project: key)
        let state = object.text("state").flatMap { MergeRequestRecord.State(rawValue: $0) }
        if let createdAt = object.instant("created_at"), let updatedAt = object.instant("updated_at"),
            let state
        {
            record.summary = known(
                .init(
                    iid: object.number("iid"), title: object.text("title") ?? "", state: state,
                    isDraft: object.flag("draft"), createdAt: createdAt, updatedAt: updatedAt,
                    sourceBranch: object.text("source_branch") ?? "",
                    targetBranch: object.text("target_branch") ?? "",
                    sourceProject: object.optionalNumber("source_project_id").map {
                        ProjectKey(instance, $0)
                    },
                    labels: object.list("labels").compactMap(\.stringValue).sorted(),
                    reverts: revert(in: object.text("description") ?? "")))
        }
        record.author = known(object.account("author"))
        record.reviewers = known(object.accounts("reviewers"))
        record.assignees = known(object.accounts("assignees"))
        record.merge = known(
            .init(
                at: object.instant("merged_at"), by: state == .merged ? object.account("merge_user") : nil))
        record.closedAt = known(object.instant("closed_at"))
        record.closedBy = known(object.account("closed_by"))
        record.headSHA = known(object.text("sha"))
        record.mergeCommitSHA = known(object.text("merge_commit_sha"))
        record.squashCommitSHA = known(object.text("squash_commit_sha"))
        record.milestone = known(object["milestone"]?.optionalNumber("id").map { MilestoneKey(instance, $0) })
        record.timeEstimate = object["time_stats"]?["time_estimate"]?.intValue.map { known($0) }
        record.webURL = object.text("web_url").map { known($0) }
        record.tickets = known(tickets(in: object.text("description") ?? ""))
        return record
    }

    /// Generated descriptions name issues only as what they close.
    private func tickets(in description: String) -> [TicketMention] {
        description.matches(of: /Closes #(\d+)/).map {
            TicketMention(TicketKey(.gitLabIssue, "#\($0.1)"), isClosing: true)
        }
    }

    private func record(note: JSONValue, on subject: RecordReference, _ key: ProjectKey) -> NoteRecord {
        NoteRecord(
            id: NoteKey(instance, note.number("id")), project: key, subject: subject,
            createdAt: note.instant("created_at") ?? .distantPast,
            facts: known(
                .init(
                    author: note.account("author"),
                    activity: note.flag("system") ? activity(note.text("body") ?? "") : nil,
                    isInternal: note.flag("internal"), isResolvable: note.flag("resolvable"),
                    resolvedAt: note.instant("resolved_at"), resolvedBy: note.account("resolved_by"))))
    }

    private func activity(_ body: String) -> NoteActivity {
        switch body {
        case "approved this merge request": .approved
        case "unapproved this merge request": .unapproved
        case "marked this merge request as **ready**": .markedReady
        case "marked this merge request as **draft**": .markedDraft
        case "merged": .merged
        case "closed": .closed
        case "reopened": .reopened
        case _ where body.contains(/^requested review/): .reviewRequested
        case _ where body.contains(/^removed review request/): .reviewRequestRemoved
        case _ where body.contains(/^requested changes/): .requestedChanges
        case _ where body.contains(/^reset approvals from/): .approvalsReset
        case _ where body.contains(/^added \d+ commits?/): .commitsAdded
        default: .other
        }
    }
}
