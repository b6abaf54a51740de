/// How GitLab cuts a list into pages. Either way the client follows the link to the next page.
///
/// <https://docs.gitlab.com/api/rest/#pagination>
public enum Paging: String, Hashable, Sendable {
    /// By page numbers: works everywhere, and tells how many there are. Rows that come, go or move meanwhile shift the
    /// others across page borders.
    case offset
    /// By the last row seen: nothing shifts, however long the list is. GitLab refuses it for lists and orders that lack
    /// it, with status 405.
    case keyset

    /// The parameter that asks for it.
    var parameter: String? { self == .keyset ? rawValue : nil }
}
