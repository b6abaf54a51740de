import Foundation

extension HTTPResponse {
    /// Where the `Location` header leads, whatever the status.
    func redirectTarget(from request: HTTPRequest) -> URL? {
        headers["Location"].flatMap { URL(string: $0.trimmingBlanks(), relativeTo: request.url)?.absoluteURL }
    }

    /// Whether the status sends the client to the URL in `Location` (RFC 9110, section 15.4).
    var isRedirect: Bool { [301, 302, 303, 307, 308].contains(status) }
}
