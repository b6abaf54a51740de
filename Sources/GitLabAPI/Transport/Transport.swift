/// The one seam to HTTP: takes a request, returns the answer whatever its status.
///
/// Transports wrap each other: credentials around retrying around rate limiting around a `URLSession` or a fake
/// GitLab. An answer with status 404 or 500 is an answer; a transport throws only when there is none.
public protocol Transport: Sendable {
    /// Sends the request once and waits for the whole answer.
    ///
    /// - Throws: `GitLabError` with one of the `unreachable…` codes, `.notGitLab`, or `.cancelled` as soon as
    ///   the surrounding task is cancelled.
    func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse
}
