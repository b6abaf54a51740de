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
        guard method.rawValue.isToken else {
            throw GitLabError(.invalidRequest, detail: "the method is not a word")
        }
        for field in headers.fields {
            guard field.name.isToken else {
                throw GitLabError(.invalidRequest, detail: "the name of a header field is not a word")
            }
            guard field.value.isFieldValue else {
                throw GitLabError(
                    .invalidRequest,
                    detail: "the header field \(field.name) has a line end or control character")
            }
        }
        guard body == nil || (method != .get && method != .head) else {
            throw GitLabError(.invalidRequest, detail: "\(method) takes no body")
        }
    }
}

extension String {
    /// A name as HTTP knows them (RFC 9110, section 5.6.2).
    fileprivate var isToken: Bool {
        !isEmpty
            && unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic && scalar.isASCII || ("0"..."9").contains(scalar)
                    || "!#$%&'*+-.^_`|~".unicodeScalars.contains(scalar)
            }
    }

    /// One line without control characters but tabs (RFC 9110, section 5.5).
    fileprivate var isFieldValue: Bool {
        unicodeScalars.allSatisfy { $0 == "\t" || $0.properties.generalCategory != .control }
    }
}
