public import Foundation

/// One API call as a plain value, typed by its answer: `client.send(.mergeRequest(7, in: 42))`.
///
/// Static factories beside each model list the API; a new endpoint is one more of them.
public struct Request<Response>: Hashable, Sendable {
    /// Which API the call belongs to; GraphQL has one path only.
    public var api = API.rest
    public var method: HTTPMethod
    /// Percent-encoded path below `/api/v4/`, without a leading slash: `projects/my-group%2Fapp/merge_requests`.
    /// An empty segment, `.` and `..`, encoded or not, fail as `.invalidURL`: nothing is sent.
    public var path: String
    /// Percent-encoded query without `?`; `nil` for none.
    public var query: String?
    /// JSON body; `nil` for none.
    public var body: Data?
    /// Whether sending it twice is harmless; by default what the method promises.
    public var isRepeatable: Bool
    /// The project it concerns, where the path does not name it, as of a GraphQL query: a `CredentialPool` lets
    /// one credential at a time work on a project. Always name it the same way, best by its id.
    public var project: ProjectReference?
    /// The field below `data` in which GraphQL answers null, without an error, when the token may not see the
    /// project: `"project"`. A `CredentialPool` asks with another credential then.
    public var hiddenIfNull: String?

    public init(
        method: HTTPMethod = .get, path: String, query: QueryItems = [:], body: Data? = nil,
        isRepeatable: Bool? = nil
    ) {
        self.method = method
        self.path = path
        self.query = query.encoded
        self.body = body
        self.isRepeatable = isRepeatable ?? method.isIdempotent
    }

    /// The same call read as another answer.
    public func typed<Other>(as _: Other.Type = Other.self) -> Request<Other> {
        var other = Request<Other>(method: method, path: path, body: body, isRepeatable: isRepeatable)
        other.query = query
        other.project = project
        other.hiddenIfNull = hiddenIfNull
        other.api = api
        return other
    }
}
