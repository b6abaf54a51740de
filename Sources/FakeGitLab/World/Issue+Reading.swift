import WireFormat

extension Issue {
    var labels: [String] { resource["labels"].arrayValue?.compactMap(\.stringValue) ?? [] }
    var isConfidential: Bool { resource["confidential"].boolValue ?? false }
    /// Ids of the users it is assigned to.
    var assignees: [Int] { resource["assignees"].arrayValue?.compactMap { $0["id"]?.intValue } ?? [] }

    var assigneeNames: [String] {
        resource["assignees"].arrayValue?.compactMap { $0["username"]?.stringValue } ?? []
    }
}

extension World {
    /// Confidential issues are for Planners and above, and for whom they concern.
    ///
    /// <https://docs.gitlab.com/user/project/issues/confidential_issues/>
    func canSee(_ issue: Issue, in project: Project, _ caller: Caller) -> Bool {
        guard issue.isConfidential else { return true }
        if role(of: caller, in: project) >= .planner { return true }
        guard let user = caller.user else { return false }
        return issue.resource.id(of: "author") == user || issue.assignees.contains(user)
    }

    /// The issues of a project the caller may see, in order of creation.
    func visibleIssues(in project: Project, to caller: Caller) -> [Issue] {
        guard canSee(project, caller) else { return [] }
        return issues.rows(in: project.id).filter { canSee($0, in: project, caller) }
    }
}
