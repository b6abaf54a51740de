extension World {
    /// Numbers of the issues a merge request mentions in its title and description.
    func issueIIDs(mentionedBy row: MergeRequest) -> Set<Int> {
        let text = "\(row.title)\n\(row.resource.text("description") ?? "")"
        return Set(text.matches(of: /(?:^|[\s(,:])#(\d+)\b/).compactMap { Int($0.output.1) })
    }

    /// Numbers of the issues a merge request closes when it lands: those it names after such a word, if it leads to the
    /// default branch.
    ///
    /// <https://docs.gitlab.com/user/project/issues/managing_issues/#closing-issues-automatically>
    func issueIIDs(closedBy row: MergeRequest) -> Set<Int> {
        guard row.targetBranch == projects[row.parent]?.defaultBranch else { return [] }
        let text = "\(row.title)\n\(row.resource.text("description") ?? "")"
        let pattern =
            /\b(?i:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?):?\s+#(\d+)\b/
        return Set(text.matches(of: pattern).compactMap { Int($0.output.1) })
    }
}
