import Foundation

/// Where a hook is sent, compared without regard to what makes no difference: the case of scheme and host, the scheme's
/// own port, a slash at the end.
package struct HookURL: Hashable, Sendable {
    private let text: String

    /// - Returns: `nil` for what is no web address, has a fragment, or shows a user name or password.
    package init?(_ text: String) {
        guard var parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.host?.lowercased(), !host.isEmpty,
            parts.user == nil, parts.password == nil, parts.fragment == nil
        else { return nil }
        parts.scheme = scheme
        parts.host = host
        if parts.port == (scheme == "https" ? 443 : 80) { parts.port = nil }
        while parts.percentEncodedPath.hasSuffix("/") { parts.percentEncodedPath.removeLast() }
        guard let plain = parts.string else { return nil }
        self.text = plain
    }
}
