import MetricsCore

/// One thing to be explained, as people name it.
struct Subject: Equatable {
    enum Number: Equatable {
        case mergeRequest(Int64)
        case issue(Int64)
        case deployment(Int64)
    }

    /// Path of its project; `nil` for whichever has one of that number.
    var project: String?
    var number: Number

    /// `!42`, `group/project!42`, `#3`, `group/project#3`, `deployment:7`.
    init?(_ text: String) {
        if let id = text.split(separator: ":").last.flatMap({ Int64($0) }), text.hasPrefix("deployment:") {
            number = .deployment(id)
            return
        }
        guard let mark = text.lastIndex(where: { $0 == "!" || $0 == "#" }),
            let iid = Int64(text[text.index(after: mark)...]), iid > 0
        else { return nil }
        project = mark == text.startIndex ? nil : String(text[..<mark])
        number = text[mark] == "!" ? .mergeRequest(iid) : .issue(iid)
    }

    /// What it is among those facts; `nil` if it is not there.
    func reference(in facts: ProjectFacts) -> RecordReference? {
        let path = facts.records.project[facts.project]?.summary?.value.path
        guard project == nil || project == path else { return nil }
        return switch number {
        case .mergeRequest(let iid): facts.mergeRequest(iid: iid).map { facts.reference(of: $0) }
        case .issue(let iid):
            facts.records.issues.first { $0.summary?.value.iid == iid }?.reference
        case .deployment(let id):
            facts.records.deployments[DeploymentKey(facts.project.instance, id)]?.reference
        }
    }
}
