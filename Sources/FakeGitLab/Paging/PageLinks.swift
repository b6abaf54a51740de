import Foundation

/// The `Link` header of a list (RFC 8288): every parameter of the request again, the page changed.
struct PageLinks {
    private let address: String
    private let parameters: [(name: String, value: String)]
    private var links: [String] = []

    init(_ call: Call) {
        address = "\(call.request.origin)\(call.request.rawPath)"
        // GitLab repeats the parameters of the path in the query; clients must not choke on them.
        parameters = call.request.query + call.captures
    }

    /// Adds a link whose parameters replace the request's own of the same name.
    mutating func add(_ relation: String, _ changes: [(name: String, value: String)]) {
        let replaced = Set(changes.map(\.name))
        var all = parameters.filter { !replaced.contains($0.name) } + changes
        all.sort { $0.name < $1.name }
        links.append("<\(address)?\(Self.encoded(all))>; rel=\"\(relation)\"")
    }

    var header: String { links.joined(separator: ", ") }

    static func encoded(_ parameters: [(name: String, value: String)]) -> String {
        parameters.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    }

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? text
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
