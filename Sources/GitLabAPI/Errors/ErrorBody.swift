import Foundation
import WireFormat

/// The body of a refusal, whatever its shape (<https://docs.gitlab.com/api/rest/troubleshooting/>).
enum ErrorBody {
    /// One of the many objects in which GitLab says what went wrong.
    case json(JSONValue)
    /// A web page, by its title if it has one.
    case html(title: String?)
    case text(String)
    case empty

    /// Longer bodies are no error messages; only their beginning is looked at.
    private static let longest = 65_536

    init(_ response: HTTPResponse) {
        let body = response.body.prefix(Self.longest)
        let text = String(decoding: body, as: UTF8.self).trimmingBlanks()
        if text.isEmpty {
            self = .empty
        } else if response.isHTML {
            self = .html(title: Self.title(of: text))
        } else if let value = try? JSONValue(parsing: Data(body)) {
            self = .json(value)
        } else {
            self = .text(text)
        }
    }

    /// What it says, for people, secrets and line ends included; `nil` when it says nothing.
    var detail: String? {
        let said: String? =
            switch self {
            case .json(let value): Self.sentence(in: value)
            case .html(let title): title.map { "a web page titled “\($0)”" } ?? "a web page"
            case .text(let text): text
            case .empty: nil
            }
        return said.map { String($0.prefix(4_000)) }
    }

    /// OAuth's word for what is wrong (RFC 6750, section 3.1).
    var word: String? {
        if case .json(let value) = self { value["error"]?.stringValue } else { nil }
    }

    /// The scopes one of which would do, with `insufficient_scope`.
    var scope: String? {
        if case .json(let value) = self { value["scope"]?.stringValue } else { nil }
    }

    private static func title(of page: String) -> String? {
        // Both parts end at the next `<`, so that a page of nothing but beginnings is read once.
        guard let match = page.firstMatch(of: /(?i)<title[^<>]*>([^<]*)<\/title>/) else { return nil }
        let title = String(match.output.1).oneLine(limit: 120)
        return title.isEmpty ? nil : title
    }

    /// The description rather than the word, since it is meant for people.
    private static func sentence(in value: JSONValue) -> String? {
        let parts = ["error_description", "message", "error", "errors"].lazy.compactMap { value[$0] }
        let sentence = parts.map { ErrorMessage($0).text }.first { !$0.isEmpty } ?? ErrorMessage(value).text
        return sentence.isEmpty ? nil : sentence
    }
}

extension HTTPResponse {
    /// Whether the body is a web page, by its type or its beginning.
    var isHTML: Bool {
        if let type = headers["Content-Type"]?.lowercased(), type.contains("html") { return true }
        let beginning = String(decoding: body.prefix(256), as: UTF8.self).trimmingBlanks().lowercased()
        return beginning.hasPrefix("<!doctype html") || beginning.hasPrefix("<html")
    }
}
