public import Foundation
public import GitLabVocabulary

/// Which milestones a list shall hold; what is not set does not restrict.
///
/// <https://docs.gitlab.com/api/milestones/#list-all-project-milestones>
public struct MilestoneFilter: Hashable, Sendable {
    public var state: MilestoneState?
    /// Only these; GitLab ignores it when milestones of the groups above are included.
    public var iids: [Int]
    /// Only the one of exactly this title.
    public var title: String?
    /// Only those whose title or description contains this.
    public var search: String?
    public var updatedAfter: Date?
    public var updatedBefore: Date?

    public init(
        state: MilestoneState? = nil, iids: [Int] = [], title: String? = nil, search: String? = nil,
        updatedAfter: Date? = nil, updatedBefore: Date? = nil
    ) {
        self.state = state
        self.iids = iids
        self.title = title
        self.search = search
        self.updatedAfter = updatedAfter
        self.updatedBefore = updatedBefore
    }

    var query: QueryItems {
        var query: QueryItems = ["state": state]
        query.append("iids", each: iids)
        query.append("title", title)
        query.append("search", search)
        query.append("updated_after", instant: updatedAfter)
        query.append("updated_before", instant: updatedBefore)
        return query
    }
}
