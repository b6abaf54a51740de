/// Which end of a list comes first.
///
/// <https://docs.gitlab.com/api/rest/#pagination>
public enum SortDirection: String, Hashable, Sendable, CustomStringConvertible {
    case ascending = "asc"
    case descending = "desc"

    public var description: String { rawValue }
}
