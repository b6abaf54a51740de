public import GitLabVocabulary

/// A group as endpoints take it: its id, or its full path.
public enum GroupReference: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    case id(GroupID)
    case path(String)

    public init(integerLiteral value: Int) { self = .id(GroupID(rawValue: value)) }
    public init(stringLiteral value: String) { self = .path(value) }

    public var description: String {
        switch self {
        case .id(let id): id.description
        case .path(let path): path
        }
    }
}
