public import GitLabVocabulary

/// A project as endpoints take it: its id, or its full path.
public enum ProjectReference: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    case id(ProjectID)
    case path(String)

    public init(integerLiteral value: Int) { self = .id(ProjectID(rawValue: value)) }
    public init(stringLiteral value: String) { self = .path(value) }

    public var description: String {
        switch self {
        case .id(let id): id.description
        case .path(let path): path
        }
    }
}
