import WireFormat

/// The parameters that choose issues.
struct IssueFilter {
    private let state: String
    private let type: String?
    private let times: TimeFilter
    private let iids: Set<Int>
    private let labels: [String]
    private let author: Int?
    private let search: String?

    init(_ call: Call) throws(Rejection) {
        state = try call.word("state", among: ["opened", "closed", "all"], default: "all")
        let types = ["issue", "incident", "test_case", "requirement", "task", "ticket"]
        let word = try call.word("issue_type", among: types, default: "")
        type = word.isEmpty ? nil : word
        times = try TimeFilter(call)
        let numbers = call.request.list("iids")
        guard numbers.allSatisfy({ Int($0) != nil }) else { throw .type(of: "iids") }
        iids = Set(numbers.compactMap { Int($0) })
        labels = call.request["labels"]?.split(separator: ",").map(String.init) ?? []
        author = try call.integer("author_id")
        search = call.request["search"]?.lowercased()
    }

    func admits(_ row: Issue) -> Bool {
        if state != "all", row.state != state { return false }
        if let type, row.resource.text("issue_type") != type { return false }
        if !iids.isEmpty, !iids.contains(row.iid) { return false }
        if let author, row.resource.id(of: "author") != author { return false }
        if let search, !row.title.lowercased().contains(search) { return false }
        let carried = row.resource["labels"].arrayValue?.compactMap(\.stringValue) ?? []
        return times.admits(row) && labels.allSatisfy { carried.contains($0) }
    }
}
