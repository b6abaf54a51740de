public import GitLabVocabulary

/// Whom a list's parameter names: each of some users, nobody, or anybody at all.
///
/// <https://docs.gitlab.com/api/merge_requests/#list-merge-requests>
public enum UsersMatch: Hashable, Sendable, ExpressibleByArrayLiteral {
    /// Each of them; GitLab takes five at most.
    case users([UserID])
    case nobody
    case anybody

    public init(arrayLiteral elements: UserID...) { self = .users(elements) }
}

extension QueryItems {
    /// `name[]=1&name[]=2`, `name=None` or `name=Any`.
    mutating func append(_ name: String, users match: UsersMatch?) {
        switch match {
        case .users(let ids): append(name, each: ids)
        case .nobody: append(name, "None")
        case .anybody: append(name, "Any")
        case nil: break
        }
    }
}
