public import Foundation

/// Where a GitLab instance lives, read as people type or paste it.
///
/// Blanks around it, slashes at its end, an `/api/v4` or `/api/graphql`, and the case of scheme and host do not
/// matter: `InstanceURL` values compare equal when they lead to the same instance. A relative root
/// (`https://host/gitlab`) and a port are kept.
public struct InstanceURL: Hashable, Sendable, CustomStringConvertible {
    /// The web address of the instance, without a slash at its end.
    public let url: URL
    public let origin: Origin
    /// Where REST paths begin: `…/api/v4/`.
    public let apiRoot: URL
    /// `…/api/graphql`.
    public let graphQLEndpoint: URL

    /// - Parameter allowsInsecureHTTP: whether plain `http`, which shows the token to everyone on the way, may
    ///   lead to anything but this machine (`localhost`, `127.0.0.0/8`, `[::1]`).
    /// - Throws: `.invalidURL` with a detail saying what is wrong with the address. It never repeats a user name
    ///   or password found in it.
    public init(_ text: String, allowsInsecureHTTP: Bool = false) throws(GitLabError) {
        let address = try InstanceAddress(parsing: text)
        guard address.scheme == "https" || address.isLoopback || allowsInsecureHTTP else {
            throw GitLabError(
                .invalidURL,
                detail: "plain http would show the token to everyone between here and "
                    + "\(address.host); use https://\(address.host) or allow insecure HTTP explicitly")
        }
        guard let url = URL(string: address.text), let origin = Origin(url),
            let apiRoot = URL(string: url.absoluteString + "/api/v4/"),
            let graphQLEndpoint = URL(string: url.absoluteString + "/api/graphql")
        else { throw GitLabError(.invalidURL, detail: "this is not a web address") }
        self.url = url
        self.origin = origin
        self.apiRoot = apiRoot
        self.graphQLEndpoint = graphQLEndpoint
    }

    /// Whether that URL has the same scheme, host and port.
    public func hasSameOrigin(as other: URL) -> Bool { Origin(other) == origin }

    /// Whether a token for this instance may go to that URL: same origin, and below the instance's relative root. On a
    /// host that serves other applications beside GitLab, these are none of the token's business.
    public func contains(_ other: URL) -> Bool {
        guard hasSameOrigin(as: other) else { return false }
        let root = url.path(percentEncoded: true)
        guard !root.isEmpty, root != "/" else { return true }
        let path = other.path(percentEncoded: true)
        let climbs = (path.removingPercentEncoding ?? path).split(separator: "/").contains("..")
        return !climbs && (path == root || path.hasPrefix(root + "/"))
    }

    public var description: String { url.absoluteString }
}
