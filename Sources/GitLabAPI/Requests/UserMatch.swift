public import GitLabVocabulary

/// Whom a list's parameter names: one user, nobody, or anybody at all.
///
/// <https://docs.gitlab.com/api/issues/#list-all-issues>
public enum UserMatch: Hashable, Sendable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    case user(UserID)
    case nobody
    case anybody

    public init(integerLiteral value: Int) { self = .user(UserID(rawValue: value)) }

    public var description: String {
        switch self {
        case .user(let id): id.description
        case .nobody: "None"
        case .anybody: "Any"
        }
    }
}
