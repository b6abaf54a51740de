import WireFormat

extension GraphQL {
    /// The arguments that choose and sort merge requests.
    ///
    /// <https://docs.gitlab.com/api/graphql/reference/#projectmergerequests>
    struct MergeRequestSelection {
        /// The iids that were asked for, each once.
        let numbers: [Int]?
        let sorting: Connection.Sorting
        private let state: String
        private let isDraft: Bool?
        private let created: Span
        private let updated: Span
        private let merged: Span
        private let closed: Span
        private let deployed: Span
        private let labels: [String]
        private let people: [(key: String, name: String)]
        private let branches: [(key: String, names: [String])]
        private let wildcards: [(key: String, word: String)]
        private let approvers: [String]
        private let milestone: String?
        private let search: (text: String, fields: [String])?
        private let carried: Set<Int>?
        private let not: Arguments?
        private let reviewStates: [String]
        private let world: World

        init(_ arguments: Arguments, in execution: Execution) {
            world = execution.world
            numbers = arguments.texts("iids").map { $0.compactMap { Int($0) }.unique }
            sorting = Self.sorting(arguments.text("sort") ?? "created_desc")
            state = arguments.text("state") ?? "all"
            isDraft = arguments.flag("draft")
            created = Span(arguments, "created")
            updated = Span(arguments, "updated")
            merged = Span(arguments, "merged")
            closed = Span(arguments, "closed")
            deployed = Span(arguments, "deployed")
            labels = (arguments.texts("labelName") ?? []) + (arguments.texts("labels") ?? [])
            people = [
                ("author", "authorUsername"), ("assignees", "assigneeUsername"),
                ("reviewers", "reviewerUsername"), ("merge_user", "mergedBy"),
            ].compactMap { pair in arguments.text(pair.1).map { (pair.0, $0) } }
            branches = [("source_branch", "sourceBranches"), ("target_branch", "targetBranches")]
                .compactMap { pair in arguments.texts(pair.1).map { (pair.0, $0) } }
            wildcards = [("assignees", "assigneeWildcardId"), ("reviewers", "reviewerWildcardId")]
                .compactMap { pair in arguments.text(pair.1).map { (pair.0, $0) } }
            approvers = arguments.texts("approvedBy") ?? []
            milestone = arguments.text("milestoneTitle")
            let fields = arguments.texts("in") ?? ["TITLE", "DESCRIPTION"]
            search = arguments.text("search").map { ($0.lowercased(), fields.map { $0.lowercased() }) }
            carried = Self.carried(arguments, world)
            not = arguments.object("not")
            reviewStates =
                (arguments.texts("reviewStates") ?? []) + (arguments.text("reviewState").map { [$0] } ?? [])
        }

        private static func sorting(_ word: String) -> Connection.Sorting {
            let parts = word.lowercased().split(separator: "_")
            let column = parts.dropLast().joined(separator: "_")
            let names = ["created": "created_at", "updated": "updated_at"]
            return .init(column: names[column] ?? column, isAscending: parts.last == "asc")
        }

        /// The merge requests a deployment carries, or those of all deployments to an environment.
        private static func carried(_ arguments: Arguments, _ world: World) -> Set<Int>? {
            var result: Set<Int>?
            if let text = arguments.text("deploymentId") {
                let row = GlobalID.number(text).flatMap { world.deployments[$0] }
                result = Set(row?.mergeRequests ?? [])
            }
            if let name = arguments.text("environmentName") {
                let rows = world.deployments.ids.compactMap { world.deployments[$0] }.filter {
                    world.environments[$0.environment]?.name == name
                }
                let ids = Set(rows.flatMap(\.mergeRequests))
                result = result.map { $0.intersection(ids) } ?? ids
            }
            return result
        }

        func key(_ row: MergeRequest) -> Order.Key {
            let isAscending = sorting.isAscending
            func nullsLast(_ instant: Instant?) -> Order.Key {
                .number(instant?.microseconds ?? (isAscending ? .max : .min))
            }
            switch sorting.column {
            case "created_at": return .moment(row.resource.createdAt)
            case "updated_at": return .moment(row.resource.updatedAt)
            case "merged_at": return nullsLast(row.mergedAt)
            case "closed_at": return nullsLast(row.resource.object.instant("closed_at"))
            default: return .text(row.title)
            }
        }

        func admits(_ row: MergeRequest) -> Bool {
            if state != "all", row.state != state { return false }
            if let isDraft, row.isDraft != isDraft { return false }
            guard updated.admits(row.resource.updatedAt), created.admits(row.resource.createdAt),
                merged.isOpen || merged.admits(row.mergedAt),
                closed.isOpen || closed.admits(row.resource.object.instant("closed_at")),
                deployed.isOpen || deployed.admits(row.firstDeployedAt)
            else { return false }
            if let carried, !carried.contains(row.id) { return false }
            if !labels.isEmpty {
                let names = row.resource["labels"].arrayValue?.compactMap(\.stringValue) ?? []
                guard labels.allSatisfy({ names.contains($0) }) else { return false }
            }
            return admitsPeople(row) && admitsText(row) && !isExcluded(row)
        }

        private func admitsPeople(_ row: MergeRequest) -> Bool {
            guard people.allSatisfy({ Self.names(of: $0.key, in: row).contains($0.name) }) else {
                return false
            }
            for (key, word) in wildcards {
                guard (row.resource[key].arrayValue?.isEmpty ?? true) == (word == "NONE") else {
                    return false
                }
            }
            if !reviewStates.isEmpty {
                let states = row.reviews.map { $0.state.uppercased() }
                guard states.contains(where: { reviewStates.contains($0) }) else { return false }
            }
            let names = row.approvals.map { world.username($0.user) }
            return approvers.allSatisfy { names.contains($0) }
        }

        private func admitsText(_ row: MergeRequest) -> Bool {
            guard branches.allSatisfy({ $0.names.contains(row.resource.text($0.key) ?? "") }) else {
                return false
            }
            if let milestone, row.resource["milestone"]["title"]?.stringValue != milestone { return false }
            guard let search else { return true }
            return search.fields.contains {
                row.resource.text($0)?.lowercased().contains(search.text) == true
            }
        }

        private func isExcluded(_ row: MergeRequest) -> Bool {
            guard let not else { return false }
            if let name = not.text("authorUsername"), Self.names(of: "author", in: row).contains(name) {
                return true
            }
            if let title = not.text("milestoneTitle"),
                row.resource["milestone"]["title"]?.stringValue == title
            {
                return true
            }
            let labels = row.resource["labels"].arrayValue?.compactMap(\.stringValue) ?? []
            if let names = not.texts("labelName"), names.contains(where: { labels.contains($0) }) {
                return true
            }
            return not.texts("sourceBranches")?.contains(row.sourceBranch) == true
                || not.texts("targetBranches")?.contains(row.targetBranch) == true
        }

        private static func names(of key: String, in row: MergeRequest) -> [String] {
            let value = row.resource[key]
            return (value.arrayValue ?? [value]).compactMap { $0["username"]?.stringValue }
        }
    }

    /// A time from, inclusive, and to, inclusive, as a pair of arguments gives it.
    struct Span {
        let after: Instant?
        let before: Instant?

        init(_ arguments: Arguments, _ name: String) {
            after = arguments.instant("\(name)After")
            before = arguments.instant("\(name)Before")
        }

        var isOpen: Bool { after == nil && before == nil }

        func admits(_ moment: Instant?) -> Bool {
            guard !isOpen else { return true }
            guard let moment else { return false }
            return (after.map { moment >= $0 } ?? true) && (before.map { moment <= $0 } ?? true)
        }
    }
}
