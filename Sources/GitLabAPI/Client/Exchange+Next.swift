import Foundation

extension Exchange {
    /// The request for the page after this one, from `Link` `rel="next"`: the one thing offset and keyset paging
    /// have in common, and present where totals are not (<https://docs.gitlab.com/api/rest/#pagination>).
    func next<Response>(
        after current: Request<Response>, on instance: InstanceURL
    ) throws(GitLabError) -> Request<Response>? {
        guard let target = LinkHeader(response.headers).target("next") else { return nil }
        guard let url = URL(string: target, relativeTo: request.url)?.absoluteURL,
            instance.hasSameOrigin(as: url),
            instance.isBelowAPIRoot(url)
        else {
            throw GitLabError(
                .foreignOrigin, request: request.description, requestID: response.headers["X-Request-Id"],
                detail: "the link to the next page leads away from \(instance)")
        }
        var next = current
        next.path = String(url.path(percentEncoded: true).dropFirst(instance.apiPath.count))
        next.query = url.query(percentEncoded: true)
        guard next != current else {
            throw GitLabError(
                .pagingLoop, request: request.description, requestID: response.headers["X-Request-Id"],
                detail: "the link to the next page leads back to the page just read")
        }
        return next
    }
}

extension InstanceURL {
    /// Percent-encoded path of the API's root, slashes at both ends.
    var apiPath: String { apiRoot.path(percentEncoded: true) }

    /// Whether the URL's path stays below the API's root, whatever a server makes of dots in it.
    func isBelowAPIRoot(_ url: URL) -> Bool {
        let path = url.path(percentEncoded: true)
        // Decoded, since some servers take `%2e` for a dot and `%2F` for the end of a segment.
        let plain = path.lowercased().replacing("%2e", with: ".").replacing("%2f", with: "/")
        let segments = plain.replacing("%5c", with: "/").split { $0 == "/" || $0 == "\\" }
        return path.hasPrefix(apiPath) && !segments.contains("..") && !segments.contains(".")
    }
}
