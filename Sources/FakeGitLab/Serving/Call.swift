/// A request matched to a route: who calls, with which parameters in the path.
struct Call: Sendable {
    var request: APIRequest
    let caller: Caller
    /// Parameters of the path by name: `["id": "42", "merge_request_iid": "7"]`.
    let captures: [(name: String, value: String)]

    /// A parameter of the path; empty when the route has none of that name.
    func path(_ name: String) -> String { captures.first { $0.name == name }?.value ?? "" }

    /// A number in the path.
    ///
    /// - Throws: 400, as GitLab's parameter validation.
    func number(_ name: String) throws(Rejection) -> Int {
        guard let number = Int(path(name)) else { throw .type(of: name) }
        return number
    }

    /// A parameter that must be one of some words.
    func word(_ name: String, among words: [String], default fallback: String) throws(Rejection) -> String {
        guard let word = request[name] else { return fallback }
        guard words.contains(word) else { throw .value(of: name) }
        return word
    }

    /// A date or date-time parameter.
    func instant(_ name: String) throws(Rejection) -> Instant? {
        guard let text = request[name] else { return nil }
        guard let instant = Instant(text: text) else { throw .type(of: name) }
        return instant
    }

    func integer(_ name: String) throws(Rejection) -> Int? {
        guard let text = request[name] else { return nil }
        guard let number = Int(text) else { throw .type(of: name) }
        return number
    }

    func isAscending(default fallback: String) throws(Rejection) -> Bool {
        try word("sort", among: ["asc", "desc"], default: fallback) == "asc"
    }
}
