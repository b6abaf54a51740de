import Foundation
import WireFormat

/// The body of a refusal, whatever its shape (<https://docs.gitlab.com/api/rest/troubleshooting/>).
enum ErrorBody {
    /// A JSON object; some of GitLab's nine ways to say what went wrong.
    case json(Fields)
    /// An HTML page, by its title if it has one.
    case html(title: String?)
    case text(String)
    case empty

    struct Fields: Decodable {
        var error: ErrorMessage?
        var errorDescription: ErrorMessage?
        var message: ErrorMessage?
        /// GraphQL's list.
        var errors: ErrorMessage?
        /// The scopes that would do, with `insufficient_scope`.
        var scope: String?

        private enum CodingKeys: String, CodingKey {
            case error
            case errorDescription = "error_description"
            case message, errors, scope
        }
    }

    /// Longer bodies are no error messages; only their beginning is looked at.
    private static let longest = 65_536

    init(_ response: HTTPResponse) {
        let body = response.body.prefix(Self.longest)
        let text = String(decoding: body, as: UTF8.self).trimmingBlanks()
        if text.isEmpty {
            self = .empty
        } else if response.isHTML {
            self = .html(title: Self.title(of: text))
        } else if let fields = try? JSON.decode(Fields.self, from: Data(body)) {
            self = .json(fields)
        } else if let message = try? JSON.decode(ErrorMessage.self, from: Data(body)), !message.text.isEmpty {
            self = .text(message.text)
        } else {
            self = .text(text)
        }
    }

    /// What it says, for people; `nil` when it says nothing.
    var detail: String? {
        let said: String? =
            switch self {
            case .json(let fields): fields.sentence
            case .html(let title): title.map { "a web page titled “\($0)”" } ?? "a web page"
            case .text(let text): text
            case .empty: nil
            }
        return said.map { String($0.prefix(4_000)).redactingSecrets().oneLine(limit: 300) }
    }

    private static func title(of page: String) -> String? {
        guard let match = page.firstMatch(of: /(?is)<title[^>]*>(.*?)<\/title>/) else { return nil }
        let title = String(match.output.1).oneLine(limit: 120)
        return title.isEmpty ? nil : title
    }
}

extension ErrorBody.Fields {
    /// The description rather than the code word, since it is meant for people; the word alone if there is none.
    fileprivate var sentence: String? {
        [errorDescription, message, error, errors].lazy.compactMap { $0?.text }.first { !$0.isEmpty }
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
