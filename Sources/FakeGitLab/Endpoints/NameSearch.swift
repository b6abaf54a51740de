/// The `search` and `regex` parameters of branches and tags: `^term` begins with, `term$` ends with.
struct NameSearch {
    private let term: String?
    private let regex: Regex<AnyRegexOutput>?

    init(_ call: Call) {
        term = call.request["search"]?.lowercased()
        regex = call.request["regex"].flatMap { try? Regex($0) }
    }

    func admits(_ name: String) -> Bool {
        if let regex, (try? regex.firstMatch(in: name)) ?? nil == nil { return false }
        guard let term else { return true }
        let name = name.lowercased()
        if term.hasPrefix("^") { return name.hasPrefix(term.dropFirst()) }
        if term.hasSuffix("$") { return name.hasSuffix(term.dropLast()) }
        return name.contains(term)
    }
}
