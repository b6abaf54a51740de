import Foundation
import GitLabAPI

/// A request as a `curl` command for a POSIX shell; the token stands in it as `$GITLAB_TOKEN`.
struct CurlCommand {
    let text: String

    init(_ request: HTTPRequest, isOAuth: Bool = false) {
        var words = ["curl --include"]
        words.append(
            isOAuth
                ? #"--header "Authorization: Bearer $GITLAB_TOKEN""#
                : #"--header "PRIVATE-TOKEN: $GITLAB_TOKEN""#)
        if let body = request.body {
            words.append("--header 'Content-Type: application/json'")
            words.append("--data \(Self.quoted(String(decoding: body, as: UTF8.self)))")
        } else if request.method != .get {
            words.append("--request \(request.method.rawValue)")
        }
        words.append(Self.quoted(request.url.absoluteString))
        text = words.joined(separator: " ")
    }

    /// Nothing is special to the shell between single quotes but the quote itself.
    private static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: #"'\''"#))'" }
}
