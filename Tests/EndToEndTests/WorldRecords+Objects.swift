import FakeGitLab
import Foundation
import MetricsCore
import WireFormat

extension WorldRecords {
    func record(project object: JSONValue, _ key: ProjectKey) -> ProjectRecord {
        var record = ProjectRecord(
            id: key,
            summary: known(
                .init(
                    path: object.text("path_with_namespace") ?? "", name: object.text("name") ?? "",
                    webURL: object.text("web_url"), defaultBranch: object.text("default_branch"),
                    isArchived: object.flag("archived"))))
        record.forkedFrom = known(
            object["forked_from_project"]?.optionalNumber("id").map { ProjectKey(instance, $0) })
        return record
    }

    func record(environment object: JSONValue, _ key: ProjectKey) -> EnvironmentRecord {
        var record = EnvironmentRecord(id: EnvironmentKey(instance, object.number("id")), project: key)
        record.name = known(object.text("name") ?? "")
        record.tier = known(object.text("tier").flatMap { EnvironmentRecord.Tier(rawValue: $0) })
        return record
    }

    func record(deployment object: JSONValue, _ key: ProjectKey) -> DeploymentRecord {
        var record = DeploymentRecord(id: DeploymentKey(instance, object.number("id")), project: key)
        let environment = object["environment"]
        record.origin = object.instant("created_at").map { createdAt in
            known(
                .init(
                    iid: object.number("iid"),
                    environment: EnvironmentKey(instance, environment?.number("id") ?? 0),
                    ref: object.text("ref"), sha: object.text("sha") ?? "", createdAt: createdAt))
        }
        record.environmentName = (environment?.text("name")).map { known($0) }
        record.status = object.text("status").flatMap { DeploymentRecord.Status(rawValue: $0) }.map {
            known($0)
        }
        record.triggeredBy = known(object.account("user"))
        guard ["success", "failed", "canceled", "skipped"].contains(object.text("status")) else {
            return record
        }
        if let finish = object["deployable"]?.instant("finished_at") {
            record.finish = RankedRegister(finish, rank: .jobFinishedAt, stamp: .none)
        } else if let finish = object.instant("updated_at") {
            record.finish = RankedRegister(finish, rank: .updatedAt, stamp: .none)
        }
        return record
    }

    func record(issue object: JSONValue, _ key: ProjectKey) -> IssueRecord {
        var record = IssueRecord(id: IssueKey(instance, object.number("id")), project: key)
        if let createdAt = object.instant("created_at"), let updatedAt = object.instant("updated_at") {
            record.summary = known(
                .init(
                    iid: object.number("iid"), title: object.text("title") ?? "",
                    type: object.text("issue_type") ?? "",
                    state: object.text("state") == "opened" ? .opened : .closed, createdAt: createdAt,
                    updatedAt: updatedAt, labels: object.list("labels").compactMap(\.stringValue).sorted(),
                    mentions: mentions(in: object.text("description") ?? "")))
        }
        record.author = known(object.account("author"))
        record.assignees = known(object.accounts("assignees"))
        record.closedAt = known(object.instant("closed_at"))
        record.closedBy = known(object.account("closed_by"))
        record.milestone = known(object["milestone"]?.optionalNumber("id").map { MilestoneKey(instance, $0) })
        record.weight = known(object["weight"]?.intValue)
        record.timeEstimate = object["time_stats"]?["time_estimate"]?.intValue.map { known($0) }
        record.movedTo = known(object.optionalNumber("moved_to_id").map { IssueKey(instance, $0) })
        record.isConfidential = known(object.flag("confidential"))
        record.severity = known(object.text("severity"))
        record.dueOn = known(object.text("due_date"))
        record.webURL = object.text("web_url").map { known($0) }
        return record
    }

    /// Generated descriptions name merge requests as `!7` and deployments by address.
    private func mentions(in text: String) -> [Mention] {
        let references = text.matches(of: /(?:^|\s)!(\d+)/).compactMap { Int64($0.1) }
        let addresses = text.matches(of: /\/-\/deployments\/(\d+)/).compactMap { Int64($0.1) }
        return Set(references).sorted().map { .mergeRequest(iid: $0) }
            + Set(addresses).sorted().map { .deployment(id: $0) }
    }

    func record(pipeline object: JSONValue, _ key: ProjectKey) -> PipelineRecord {
        var record = PipelineRecord(id: PipelineKey(instance, object.number("id")), project: key)
        if let createdAt = object.instant("created_at") {
            record.summary = known(
                .init(
                    iid: object.optionalNumber("iid"), status: object.text("status") ?? "",
                    sha: object.text("sha") ?? "", createdAt: createdAt))
        }
        record.origin = known(.init(source: object.text("source"), ref: object.text("ref")))
        guard ["success", "failed", "canceled", "skipped"].contains(object.text("status")),
            let single = world.pipelineObject(Int(object.number("id")))
        else { return record }
        record.timing = known(
            .init(
                finishedAt: single.instant("finished_at"), duration: single["duration"]?.intValue,
                queuedDuration: single["queued_duration"]?.intValue))
        record.startedAt = known(single.instant("started_at"))
        record.user = known(single.account("user"))
        return record
    }

    func record(
        commit object: JSONValue, _ key: ProjectKey, isOfMergeRequest: Bool = false
    ) -> CommitRecord {
        let message = object.text("message") ?? ""
        var record = CommitRecord(
            id: CommitKey(key, object.text("id") ?? ""),
            facts: known(
                .init(
                    title: object.text("title") ?? "", authorName: object.text("author_name"),
                    authorEmail: object.text("author_email"),
                    authoredAt: object.instant("authored_date") ?? .distantPast,
                    reverts: revert(in: message), tickets: tickets(inMessage: message))),
            committedAt: object.instant("committed_date").map { known($0) })
        let parents = object.list("parent_ids").compactMap(\.stringValue)
        if !isOfMergeRequest { record.parents = known(parents) }
        if let stats = object["stats"] {
            record.lines = known(
                .init(added: Int(stats.number("additions")), removed: Int(stats.number("deletions"))))
        }
        return record
    }

    /// Generated titles name tickets as `PROJ-104`, and some fix them. Merge commits repeat them below their own title.
    private func tickets(inMessage message: String) -> [TicketMention] {
        let parts = message.split(separator: "\n", maxSplits: 1).map { part in
            part.matches(of: /(Fix )?(PROJ-\d+)/).map {
                TicketMention(TicketKey(.jira, String($0.2)), isClosing: $0.1 != nil)
            }
        }
        return parts.dropFirst().joined().filter { parts.first?.contains($0) == false }
    }

    func revert(in text: String) -> Revert? {
        if let match = text.firstMatch(of: /This reverts merge request !(\d+)/) {
            return Int64(match.1).map { .mergeRequest(iid: $0) }
        }
        return text.firstMatch(of: /This reverts commit ([0-9a-f]{7,40})/).map { .commit(sha: String($0.1)) }
    }
}
