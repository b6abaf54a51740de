import Foundation
import LoopbackServer
import WireFormat

/// A request below `/api/v4`, or to `/api/graphql`, taken apart.
struct APIRequest: Sendable {
    let method: String
    /// Decoded path segments after `/api/v4`: `["projects", "group/app", "merge_requests"]`.
    let segments: [String]
    /// Decoded parameters in the order sent.
    let query: [(name: String, value: String)]
    /// The path as sent, with everything before `/api/v4`.
    let rawPath: String
    /// Scheme and host the client used, for links back: `http://127.0.0.1:8080`.
    let origin: String
    let headers: [(name: String, value: String)]
    let body: [UInt8]
    /// Whether it is for the GraphQL API, which has no segments.
    let isGraphQL: Bool
    /// Names of parameters the instance does not know; they stay in links but say nothing.
    var ignored: Set<String> = []

    /// `nil` when the path is neither below `/api/v4` nor GraphQL's.
    init?(_ request: ServerRequest, origin: String) {
        let parts = request.target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        rawPath = String(parts.first ?? "")
        isGraphQL = rawPath.hasSuffix("/api/graphql")
        let rawPath = rawPath
        let api = rawPath.range(of: "/api/v4/")
        guard api != nil || isGraphQL else { return nil }
        method = request.method
        let path = api.map { rawPath[$0.upperBound...] } ?? ""
        segments = path.split(separator: "/").map { Self.decoded($0) }
        query = parts.count < 2 ? [] : Self.parameters(parts[1])
        self.origin = origin
        headers = request.headers
        body = request.body
    }

    /// The address of the API as the client reached it: `http://127.0.0.1:8080/api/v4`.
    var base: String {
        let prefix = rawPath.range(of: "/api/v4/").map { rawPath[..<$0.lowerBound] } ?? ""
        return "\(origin)\(prefix)/api/v4"
    }

    func header(_ name: String) -> String? {
        headers.first { $0.name.caseInsensitiveCompare(name) == .orderedSame }?.value
    }

    /// The last parameter of that name, as Rack reads doubles; an empty one counts as missing.
    subscript(_ name: String) -> String? {
        if ignored.contains(name) { return nil }
        return query.last { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    /// Every value of an array parameter, with or without brackets.
    func list(_ name: String) -> [String] {
        if ignored.contains(name) { return [] }
        return query.filter { $0.name == name || $0.name == "\(name)[]" }.map(\.value)
    }

    func flag(_ name: String) -> Bool { boolean(name) ?? false }

    /// Yes or no in the spellings GitLab's parameter validation takes; `nil` when the parameter is missing.
    func boolean(_ name: String) -> Bool? {
        self[name].map { ["true", "t", "yes", "y", "on", "1"].contains($0.lowercased()) }
    }

    static func parameters(_ query: Substring) -> [(name: String, value: String)] {
        query.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (
                decoded(halves[0], isForm: true), halves.count > 1 ? decoded(halves[1], isForm: true) : ""
            )
        }
    }

    private static func decoded(_ text: Substring, isForm: Bool = false) -> String {
        let text = isForm ? text.replacingOccurrences(of: "+", with: " ") : String(text)
        return text.removingPercentEncoding ?? text
    }
}
