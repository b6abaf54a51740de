import WireFormat

extension GraphQL.Execution {
    /// The issues of projects the caller may see, filtered, sorted and paged as the field asks.
    func issues(of projects: [Int], _ field: GraphQL.PlannedField) throws(GraphQL.Failure)
        -> GraphQL.Connection
    {
        let selection = GraphQL.IssueSelection(field.arguments)
        let rows = projects.flatMap { world.issues.rows(in: $0) }.filter {
            selection.admits($0) && issue($0.id) != nil
        }
        var connection = try connection("Issue", rows, selection.sorting, field) { selection.key($0) }
        connection.sums["weight"] = .number(rows.compactMap { $0.resource["weight"].intValue }.reduce(0, +))
        return connection
    }
}

extension GraphQL {
    /// The arguments that choose and sort issues.
    ///
    /// <https://docs.gitlab.com/api/graphql/reference/#projectissues>
    struct IssueSelection {
        let sorting: Connection.Sorting
        private let arguments: Arguments
        private let numbers: Set<Int>?
        private let state: String
        private let types: Set<String>?
        private let created: Span
        private let updated: Span
        private let closed: Span

        init(_ arguments: Arguments) {
            self.arguments = arguments
            let word = (arguments.text("sort") ?? "created_desc").lowercased().split(separator: "_")
            let column = word.dropLast().joined(separator: "_")
            let names = ["created": "created_at", "updated": "updated_at"]
            sorting = .init(column: names[column] ?? column, isAscending: word.last == "asc")
            let iids = (arguments.texts("iids") ?? []) + (arguments.text("iid").map { [$0] } ?? [])
            let isNumbered = arguments["iids"] != nil || arguments["iid"] != nil
            numbers = isNumbered ? Set(iids.compactMap { Int($0) }) : nil
            state = arguments.text("state") ?? "all"
            types = arguments.texts("types").map { Set($0.map { $0.lowercased() }) }
            created = Span(arguments, "created")
            updated = Span(arguments, "updated")
            closed = Span(arguments, "closed")
        }

        /// Rows without a value come last.
        func key(_ row: Issue) -> Order.Key {
            func nullsLast(_ number: Int64?) -> Order.Key {
                .number(number ?? (sorting.isAscending ? .max : .min))
            }
            switch sorting.column {
            case "created_at": return .moment(row.resource.createdAt)
            case "updated_at": return .moment(row.resource.updatedAt)
            case "closed_at", "due_date":
                return nullsLast(row.resource.object.instant(sorting.column)?.microseconds)
            case "weight": return nullsLast(row.resource["weight"].intValue.map { Int64($0) })
            case "severity":
                let words = ["UNKNOWN", "LOW", "MEDIUM", "HIGH", "CRITICAL"]
                return .number(Int64(words.firstIndex(of: row.resource.text("severity") ?? "") ?? 0))
            default: return .text(row.title)
            }
        }

        func admits(_ row: Issue) -> Bool {
            if let numbers, !numbers.contains(row.iid) { return false }
            if state != "all", row.state != state { return false }
            if let types, !types.contains(row.resource.text("issue_type") ?? "") { return false }
            guard created.admits(row.resource.createdAt), updated.admits(row.resource.updatedAt),
                closed.isOpen || closed.admits(row.resource.object.instant("closed_at"))
            else { return false }
            if let flag = arguments.flag("confidential"), row.resource["confidential"].boolValue != flag {
                return false
            }
            return admitsPeople(row) && admitsText(row)
        }

        private func admitsPeople(_ row: Issue) -> Bool {
            if let name = arguments.text("authorUsername"),
                row.resource["author"]["username"]?.stringValue != name
            {
                return false
            }
            let names = row.resource["assignees"].arrayValue?.compactMap { $0["username"]?.stringValue } ?? []
            if let word = arguments.text("assigneeWildcardId"), names.isEmpty != (word == "NONE") {
                return false
            }
            return arguments.texts("assigneeUsernames")?.allSatisfy { names.contains($0) } ?? true
        }

        private func admitsText(_ row: Issue) -> Bool {
            let labels = row.resource["labels"].arrayValue?.compactMap(\.stringValue) ?? []
            if let wanted = arguments.texts("labelName"), !wanted.allSatisfy({ labels.contains($0) }) {
                return false
            }
            if let titles = arguments.texts("milestoneTitle"),
                !titles.contains(row.resource["milestone"]["title"]?.stringValue ?? "")
            {
                return false
            }
            guard let search = arguments.text("search")?.lowercased() else { return true }
            let fields = arguments.texts("in")?.map { $0.lowercased() } ?? ["title", "description"]
            return fields.contains { row.resource.text($0)?.lowercased().contains(search) == true }
        }
    }
}
