import WireFormat

/// The parameters that choose issues: one condition each, all of which must hold.
struct IssueFilter {
    private var conditions: [(Issue) -> Bool] = []

    init(_ call: Call, today: Instant) throws(Rejection) {
        let state = try call.word("state", among: ["opened", "closed", "all"], default: "all")
        if state != "all" { conditions.append { $0.state == state } }
        let types = ["issue", "incident", "test_case", "requirement", "task", "ticket"]
        let type = try call.word("issue_type", among: types, default: "")
        if !type.isEmpty { conditions.append { $0.resource.text("issue_type") == type } }
        let times = try TimeFilter(call)
        conditions.append { times.admits($0) }
        let scope = call.request["scope"] ?? (call.request.segments == ["issues"] ? "created_by_me" : "all")
        let caller = call.caller.user
        switch scope.replacing("-", with: "_") {
        case "created_by_me": conditions.append { $0.resource.id(of: "author") == caller }
        case "assigned_to_me": conditions.append { $0.assignees.contains { $0 == caller } }
        case "all": break
        default: throw .value(of: "scope")
        }
        if let isConfidential = call.request.boolean("confidential") {
            conditions.append { $0.isConfidential == isConfidential }
        }
        try addPlan(call, today)
        addSearch(call)
        try addPeople(call)
        for field in ["epic_id", "iteration_id", "my_reaction_emoji"] where call.request[field] != nil {
            conditions.append { _ in false }
        }
    }

    func admits(_ row: Issue) -> Bool { conditions.allSatisfy { $0(row) } }

    private mutating func addPlan(_ call: Call, _ today: Instant) throws(Rejection) {
        let iids = try call.integers("iids")
        if !iids.isEmpty { conditions.append { iids.contains($0.iid) } }
        let labels = call.request.list("labels").flatMap { $0.split(separator: ",").map(String.init) }
        if labels.map({ $0.lowercased() }) == ["none"] {
            conditions.append { $0.labels.isEmpty }
        } else if labels.map({ $0.lowercased() }) == ["any"] {
            conditions.append { !$0.labels.isEmpty }
        } else if !labels.isEmpty {
            conditions.append { row in labels.allSatisfy { row.labels.contains($0) } }
        }
        if let title = call.request["milestone"] {
            conditions.append { row in
                let milestone = row.resource["milestone"]["title"]?.stringValue
                switch title.lowercased() {
                case "none": return milestone == nil
                case "any": return milestone != nil
                default: return milestone == title
                }
            }
        }
        if let weight = call.request["weight"] {
            let number = Int(weight)
            guard number != nil || ["None", "Any"].contains(weight) else { throw .value(of: "weight") }
            conditions.append { row in
                let present = row.resource["weight"].intValue
                return number != nil ? present == number : (present == nil) == (weight == "None")
            }
        }
        if let health = call.request["health_status"] {
            conditions.append { $0.resource.text("health_status") == health }
        }
        if let due = call.request["due_date"] {
            guard let span = DueSpan(due, today: today) else { throw .value(of: "due_date") }
            conditions.append { span.admits($0.resource.text("due_date")) }
        }
        let excluded = try call.integers("not[iids]")
        if !excluded.isEmpty { conditions.append { !excluded.contains($0.iid) } }
        let unwanted = call.request.list("not[labels]").flatMap { $0.split(separator: ",").map(String.init) }
        if !unwanted.isEmpty { conditions.append { row in !unwanted.contains { row.labels.contains($0) } } }
        if let title = call.request["not[milestone]"] {
            conditions.append { $0.resource["milestone"]["title"]?.stringValue != title }
        }
    }

    private mutating func addSearch(_ call: Call) {
        guard let search = call.request["search"]?.lowercased() else { return }
        let places = (call.request["in"] ?? "title,description").split(separator: ",").map(String.init)
        conditions.append { row in
            places.contains { row.resource.text($0)?.lowercased().contains(search) == true }
        }
    }

    private mutating func addPeople(_ call: Call) throws(Rejection) {
        func author(_ row: Issue, _ key: String) -> JSONValue { row.resource["author"][key] ?? .null }
        if let id = try call.integer("author_id") { conditions.append { author($0, "id") == .int(id) } }
        if let name = call.request["author_username"] {
            conditions.append { author($0, "username") == .string(name) }
        }
        if let id = try call.integer("not[author_id]") {
            conditions.append { author($0, "id") != .int(id) }
        }
        if let name = call.request["not[author_username]"] {
            conditions.append { author($0, "username") != .string(name) }
        }
        switch call.request["assignee_id"] {
        case nil: break
        case "None", "none", "0": conditions.append { $0.assignees.isEmpty }
        case "Any", "any": conditions.append { !$0.assignees.isEmpty }
        case .some(let text):
            guard let id = Int(text) else { throw .value(of: "assignee_id") }
            conditions.append { $0.assignees.contains(id) }
        }
        let names = call.request.list("assignee_username")
        if !names.isEmpty {
            conditions.append { row in names.allSatisfy { row.assigneeNames.contains($0) } }
        }
        if let id = try call.integer("not[assignee_id]") {
            conditions.append { !$0.assignees.contains(id) }
        }
        let others = call.request.list("not[assignee_username]")
        if !others.isEmpty {
            conditions.append { row in !others.contains { row.assigneeNames.contains($0) } }
        }
    }
}
