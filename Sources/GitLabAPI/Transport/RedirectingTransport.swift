import Foundation

/// Follows redirects as long as they stay on the request's origin: a moved project answers 301 with the URL of
/// its numeric id (<https://docs.gitlab.com/api/rest/#redirects>).
///
/// Only GET and HEAD are sent again, with all their headers. A write is not: it fails as `.rejected`, naming
/// the new path. A redirect to another scheme, host or port fails as `.foreignOrigin`, and nothing is sent there; so does
/// one out of the relative root of an instance.
public struct RedirectingTransport: Transport {
    private let base: any Transport
    private let instance: InstanceURL?
    private let maximumHops: Int

    /// - Parameters:
    ///   - base: returns redirects as answers, as `URLSessionTransport` does.
    ///   - instance: the instance whose token requests carry; `nil` when the origin alone counts.
    ///   - maximumHops: how many redirects one request may follow; one more fails as `.rejected`. Each hop has the
    ///     request's whole timeout.
    public init(over base: any Transport, within instance: InstanceURL? = nil, maximumHops: Int = 5) {
        self.base = base
        self.instance = instance
        self.maximumHops = maximumHops
    }

    public func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        var current = request
        for _ in 0...max(0, maximumHops) {
            let response = try await base.send(current)
            guard response.isRedirect, let target = response.redirectTarget(from: current) else {
                return response
            }
            current.url = try address(after: target, of: current, response)
        }
        throw GitLabError(
            .rejected, request: request.description, detail: "more than \(maximumHops) redirects in a row")
    }

    /// Path and query of the target on the origin of the request; user info and fragment are left behind.
    private func address(
        after target: URL, of request: HTTPRequest, _ response: HTTPResponse
    ) throws(GitLabError) -> URL {
        func error(_ code: GitLabError.Code, _ detail: String) -> GitLabError {
            GitLabError(
                code, request: request.description, status: response.status,
                requestID: response.headers.requestID,
                detail: detail.redactingSecrets().oneLine(limit: 300))
        }
        guard let origin = Origin(target), origin == Origin(request.url) else {
            let place = Origin(target)?.description ?? "an address that is not http"
            throw error(.foreignOrigin, "redirected to \(place): requests go to the configured address only")
        }
        guard instance?.contains(target) ?? true else {
            throw error(.foreignOrigin, "redirected to \(target.path()), which is no part of the instance")
        }
        guard request.method == .get || request.method == .head else {
            throw error(.rejected, "moved to \(target.path()): \(request.method) requests are not redirected")
        }
        var address = URLComponents(url: request.url, resolvingAgainstBaseURL: true)
        address?.percentEncodedPath = target.path(percentEncoded: true)
        address?.percentEncodedQuery = target.query(percentEncoded: true)
        guard let url = address?.url else {
            throw error(.rejected, "redirected to an address that is no URL")
        }
        return url
    }
}
