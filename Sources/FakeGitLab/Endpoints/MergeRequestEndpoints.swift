import WireFormat

/// Lists of merge requests, single ones, and what they consist of.
///
/// <https://docs.gitlab.com/api/merge_requests/>
enum MergeRequestEndpoints {
    private static let one = "projects/:id/merge_requests/:merge_request_iid"

    static let routes: [Route] = [
        Route("merge_requests") { (world, call) throws(Rejection) in
            guard call.caller.user != nil || call.request["scope"] == "all" else { throw .unauthorized }
            return try list(rows(in: world.projects.ids, world, call), &world, call)
        },
        Route("projects/:id/merge_requests") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            return try list(world.mergeRequests.rows(in: project.id), &world, call)
        },
        Route("groups/:id/merge_requests") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            let showsArchived = call.request["non_archived"] == "false"
            let projects = world.descendants(ofGroup: group.id).flatMap { world.projects.ids(in: $0) }
                .filter { showsArchived || world.projects[$0]?.resource["archived"].boolValue != true }
            return try list(rows(in: projects, world, call), &world, call)
        },
        Route(one) { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            var object = world.single(row, canMerge: world.canMerge(call.caller, in: row.parent))
            if call.request.flag("include_diverged_commits_count") {
                object["diverged_commits_count"] = .int(world.divergedCommits(from: row))
            }
            if call.request.flag("include_rebase_in_progress") { object["rebase_in_progress"] = false }
            return Answer(object)
        },
        Route("\(one)/commits") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            let commits = row.commits.reversed().compactMap { world.commit($0, in: row.parent) }
            return try call.page(commits) { $0.object.serialized() }
        },
        Route("\(one)/versions") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            return try call.page(row.versions.reversed()) { $0.object(of: row.id).serialized() }
        },
        Route("\(one)/pipelines") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            let pipelines = row.pipelines.reversed().compactMap { world.pipelines[$0] }
            return try call.page(pipelines) { $0.basic.serialized() }
        },
        Route("\(one)/time_stats") { (world, call) throws(Rejection) in
            Answer(try world.mergeRequest(of: call).resource["time_stats"])
        },
        Route("\(one)/closes_issues", kind: "issues") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            return try linked(world.issueIIDs(closedBy: row), row, &world, call)
        },
        Route("\(one)/related_issues", since: "17.3", kind: "issues") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            return try linked(world.issueIIDs(mentionedBy: row), row, &world, call)
        },
    ]

    /// The merge requests of those projects that the caller may read.
    private static func rows(in projects: [Int], _ world: World, _ call: Call) -> [MergeRequest] {
        projects.filter { id in
            world.projects[id].map { world.allows(call.caller, atLeast: .reporter, in: $0) } ?? false
        }.flatMap { world.mergeRequests.rows(in: $0) }
    }

    /// Filters, sorts and pages merge requests as every list of them does.
    static func list(_ rows: [MergeRequest], _ world: inout World, _ call: Call) throws(Rejection) -> Answer {
        let filter = try MergeRequestFilter(call, in: world)
        let order = try Order(call, keys: MergeRequestFilter.orders, sort: "desc")
        let ids = order.ids(rows.filter { filter.admits($0) }) { world.key(order.key, of: $0) }
        if try call.word("view", among: ["simple"], default: "") == "simple" {
            return try call.page(ids) { world.mergeRequests[$0]?.simple.serialized() ?? [] }
        }
        guard call.request.flag("with_labels_details") else {
            return try call.page(ids) { world.mergeRequests.serialized($0) }
        }
        return try call.page(ids.compactMap { world.mergeRequests[$0] }) { row in
            let labels = row.labels.compactMap { world.label($0, in: row.parent)?.details }
            return row.resource.object.merging(["labels": .array(labels)]).serialized()
        }
    }

    /// The issues of those numbers that the caller may see, and those of the project's other tracker.
    private static func linked(
        _ iids: Set<Int>, _ row: MergeRequest, _ world: inout World, _ call: Call
    ) throws(Rejection) -> Answer {
        if let tracker = world.externalTrackers[row.parent] {
            let text = "\(row.title)\n\(row.resource.text("description") ?? "")"
            let names = Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init))
                .filter { $0.hasPrefix("\(tracker)-") }
            return try call.page(names.sorted()) { name in
                JSONValue(["title": .string(name), "id": .string(name)]).serialized()
            }
        }
        let project = try world.project(of: call)
        let issues = world.visibleIssues(in: project, to: call.caller).filter { iids.contains($0.iid) }
        return try call.page(issues.map(\.id)) { world.issues.serialized($0) }
    }
}

extension World {
    func mergeRequest(of call: Call) throws(Rejection) -> MergeRequest {
        let project = try project(of: call, atLeast: .reporter)
        let iid = try call.number("merge_request_iid")
        guard let id = mergeRequests.id(iid: iid, in: project.id), let row = mergeRequests[id] else {
            throw .message(404, "404 Not found")
        }
        return row
    }

    /// How many commits of the target branch a merge request's own do not build on.
    fileprivate func divergedCommits(from row: MergeRequest) -> Int {
        guard let repository = repositories[row.parent], let base = base(of: row) else { return 0 }
        return repository.landed.count - 1 - (repository.places[base] ?? repository.landed.count - 1)
    }

    func canMerge(_ caller: Caller, in project: Int) -> Bool {
        projects[project].map { role(of: caller, in: $0) >= .developer } ?? false
    }

    /// What merge requests are sorted by. GitLab's priorities are ranks of labels and due days; nothing comes last.
    fileprivate func key(_ order: String, of row: MergeRequest) -> Order.Key {
        switch order {
        case "merged_at": .moment(row.mergedAt)
        case "popularity": .number(Int64(row.resource["upvotes"].intValue ?? 0))
        case "label_priority": .number(Int64(rank(of: row)))
        case "milestone_due", "priority": .text(row.resource["milestone"]["due_date"]?.stringValue ?? "~")
        default: row.key(order)
        }
    }

    private func rank(of row: MergeRequest) -> Int {
        row.labels.compactMap { label($0, in: row.parent)?.resource["priority"].intValue }.min() ?? .max
    }

    /// Lets a project's issues live in another tracker, which names them `<prefix>-123`; `nil` takes them back.
    public mutating func setExternalTracker(_ prefix: String?, of project: Int) {
        externalTrackers[project] = prefix
    }
}
