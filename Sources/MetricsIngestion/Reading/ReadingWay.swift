/// Which of GitLab's APIs a backfill reads from.
///
/// What each cannot tell is written down in Documentation/GitLabSurface.md; where both tell, they agree.
public enum ReadingWay: String, Hashable, Sendable, CaseIterable {
    /// GraphQL for what it carries in bulk, REST for the rest, and REST alone where GraphQL is not offered or fails.
    case mixed
    /// REST alone: several requests for each merge request.
    case rest
    /// GraphQL alone. The commits of branches stay unread, and so does what else only REST tells.
    case graphQL
}
