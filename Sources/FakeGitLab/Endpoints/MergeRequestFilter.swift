import WireFormat

/// The parameters that choose merge requests.
struct MergeRequestFilter {
    static let orders = [
        "created_at", "updated_at", "merged_at", "title", "label_priority", "milestone_due", "popularity",
        "priority",
    ]

    private let state: String
    private let times: TimeFilter
    private let iids: Set<Int>
    private let texts: [(key: String, value: String)]
    private let author: (id: Int?, username: String?)
    private let labels: [String]
    private let isDraft: Bool?
    private let search: String?

    init(_ call: Call) throws(Rejection) {
        state = try call.word(
            "state", among: ["opened", "closed", "locked", "merged", "all"], default: "all")
        _ = try call.word(
            "scope", among: ["created_by_me", "assigned_to_me", "reviews_for_me", "all"], default: "all")
        times = try TimeFilter(call)
        let numbers = call.request.list("iids")
        guard numbers.allSatisfy({ Int($0) != nil }) else { throw .type(of: "iids") }
        iids = Set(numbers.compactMap { Int($0) })
        texts = ["source_branch", "target_branch"].compactMap { key in call.request[key].map { (key, $0) } }
        author = (try call.integer("author_id"), call.request["author_username"])
        labels = call.request["labels"]?.split(separator: ",").map(String.init) ?? []
        switch call.request["draft"] ?? call.request["wip"] {
        case "yes", "true": isDraft = true
        case "no", "false": isDraft = false
        default: isDraft = nil
        }
        search = call.request["search"]?.lowercased()
    }

    func admits(_ row: MergeRequest) -> Bool {
        if state != "all", row.state != state { return false }
        if !iids.isEmpty, !iids.contains(row.iid) { return false }
        guard times.admits(row) else { return false }
        if let isDraft, row.isDraft != isDraft { return false }
        if let id = author.id, row.resource.id(of: "author") != id { return false }
        if let name = author.username, row.resource["author"]["username"]?.stringValue != name {
            return false
        }
        if let search, !row.title.lowercased().contains(search),
            row.resource.text("description")?.lowercased().contains(search) != true
        {
            return false
        }
        let carried = row.resource["labels"].arrayValue?.compactMap(\.stringValue) ?? []
        return texts.allSatisfy { row.resource.text($0.key) == $0.value }
            && labels.allSatisfy { carried.contains($0) }
    }
}
