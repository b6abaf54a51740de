import Foundation

extension HTTPRequest {
    /// Checks what a connection cannot carry, or what would change the meaning of the request on the wire.
    ///
    /// - Throws: `.invalidURL` or `.invalidRequest`, without the offending value.
    func validate() throws(GitLabError) {
        guard let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https", url.host != nil
        else {
            throw GitLabError(.invalidURL, detail: "the URL is not an absolute http or https URL")
        }
        for field in headers.fields where !field.isOneLine {
            throw GitLabError(
                .invalidRequest, detail: "the header field \(field.name.debugDescription) has a line end")
        }
        guard body == nil || (method != .get && method != .head) else {
            throw GitLabError(.invalidRequest, detail: "\(method) takes no body")
        }
    }
}

extension HTTPHeaders.Field {
    fileprivate var isOneLine: Bool {
        (name + value).unicodeScalars.allSatisfy { $0 != "\r" && $0 != "\n" && $0 != "\0" }
    }
}
