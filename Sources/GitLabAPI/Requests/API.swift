/// GitLab's two APIs.
public enum API: Hashable, Sendable {
    /// Below `/api/v4` (<https://docs.gitlab.com/api/rest/>).
    case rest
    /// At `/api/graphql` (<https://docs.gitlab.com/api/graphql/>).
    case graphQL
}
