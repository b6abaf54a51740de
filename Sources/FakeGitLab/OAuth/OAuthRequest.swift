import Foundation
import LoopbackServer
import WireFormat

/// A request below `/oauth`.
struct OAuthRequest: Sendable {
    let method: String
    /// The path after `/oauth/`.
    let path: String
    private let request: ServerRequest
    private let parameters: [String: String]

    /// `nil` when the path lies elsewhere.
    init?(_ request: ServerRequest) {
        let parts = request.target.split(separator: "?", maxSplits: 1)
        guard let whole = parts.first, let root = whole.range(of: "/oauth/") else { return nil }
        method = request.method
        path = String(whole[root.upperBound...])
        self.request = request
        var fields = parts.count > 1 ? APIRequest.parameters(parts[1]) : []
        if request.method == "POST" { fields += Self.fields(of: request) }
        parameters = Dictionary(fields.filter { !$0.value.isEmpty }) { $1 }
    }

    /// A parameter that says something; the body's wins over the query's.
    subscript(_ name: String) -> String? { parameters[name] }

    /// - Throws: `invalid_request` when it is missing.
    func required(_ name: String) throws(Rejection) -> String {
        guard let value = self[name] else { throw .missing(name) }
        return value
    }

    /// The access token of a request for what the token itself is.
    var bearer: String? {
        guard let header = request.header("Authorization") else { return self["access_token"] }
        return header.lowercased().hasPrefix("bearer ") ? String(header.dropFirst(7)) : nil
    }

    /// The application's credentials: by Basic authentication, or in the body.
    var client: (uid: String?, secret: String?) {
        guard let header = request.header("Authorization"), header.lowercased().hasPrefix("basic ") else {
            return (self["client_id"], self["client_secret"])
        }
        let text = Data(base64Encoded: String(header.dropFirst(6))).map {
            String(decoding: $0, as: UTF8.self)
        }
        let halves = (text ?? "").split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let decoded = halves.map { String($0).removingPercentEncoding ?? String($0) }
        return (decoded.first, decoded.count > 1 ? decoded[1] : nil)
    }

    private static func fields(of request: ServerRequest) -> [(name: String, value: String)] {
        if request.header("Content-Type")?.lowercased().contains("json") == true {
            let members = (try? JSONValue(parsing: request.body))?.objectValue?.members ?? []
            return members.compactMap { member in
                member.value.stringValue.map { (name: member.key, value: $0) }
            }
        }
        return APIRequest.parameters(String(decoding: request.body, as: UTF8.self)[...])
    }
}
