public import Foundation
public import GitLabVocabulary
import WireFormat

/// What is kept of one exchange with GitLab: that it took place, whose it was and how it ended, nothing of what was said.
///
/// It holds no token, query, body, header or name: see `route`. Encoded, it is one JSON object with the version of
/// its form (`v`).
public struct AuditEntry: Hashable, Sendable {
    /// When the request was handed to the network, to the millisecond.
    public let date: Date
    public let method: String
    /// The path with placeholders for ids and names, relative to the API: `/projects/:id/merge_requests/:merge_request_iid`.
    /// GraphQL is `/api/graphql`. What is no word of GitLab's API becomes `:name`.
    public let route: String
    /// The project, if its id was named; a path is not kept.
    public let project: ProjectID?
    /// The status of the answer; `nil` when there was none.
    public let status: Int?
    /// Why there was no answer; `nil` when there was one.
    public let failure: GitLabError.Code?
    /// From the request to the whole answer, to the millisecond, by the wall clock; never negative.
    public let duration: Duration
    /// Which try of its request it belongs to, from 1. Redirects, a second token and another credential of a pool
    /// are exchanges of the same try.
    public let attempt: Int
    /// Bytes of the request's body.
    public let bytesSent: Int
    /// Bytes of the answer's body, decompressed.
    public let bytesReceived: Int
    /// `X-Request-Id` of the answer, for GitLab's logs; `nil` if it is no plain id.
    public let requestID: String?
    /// What the host calls the credential that was sent; `nil` when none was, or it has no name.
    public let credential: String?

    /// Rounds date and duration to the millisecond.
    public init(
        date: Date, method: String, route: String, project: ProjectID? = nil, status: Int? = nil,
        failure: GitLabError.Code? = nil, duration: Duration, attempt: Int = 1, bytesSent: Int = 0,
        bytesReceived: Int = 0, requestID: String? = nil, credential: String? = nil
    ) {
        self.date = WireDate(date).date
        self.method = method
        self.route = route
        self.project = project
        self.status = status
        self.failure = failure
        self.duration = .milliseconds(max(.zero, duration).wholeMilliseconds)
        self.attempt = attempt
        self.bytesSent = bytesSent
        self.bytesReceived = bytesReceived
        self.requestID = requestID
        self.credential = credential
    }
}

extension Duration {
    /// Rounded; at most some 285 million years.
    var wholeMilliseconds: Int64 { Int64(min((self / .milliseconds(1)).rounded(), 9e18)) }
}
