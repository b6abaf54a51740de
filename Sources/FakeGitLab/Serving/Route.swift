/// One endpoint: a method, a path pattern, the scopes of which one is needed, and what it does.
struct Route: Sendable {
    typealias Handler = @Sendable (inout World, Call) throws(Rejection) -> Answer

    let method: String
    let pattern: String
    /// Segments of the pattern; those beginning with `:` capture.
    let segments: [String]
    let scopes: [String]
    let handler: Handler

    init(
        _ pattern: String, method: String = "GET", scopes: [String]? = nil, handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        segments = pattern.split(separator: "/").map(String.init)
        self.scopes = scopes ?? (method == "GET" ? ["api", "read_api"] : ["api"])
        self.handler = handler
    }

    /// The captured parameters, or `nil` when the path is another's.
    func captures(_ path: [String]) -> [(name: String, value: String)]? {
        guard path.count == segments.count else { return nil }
        var result: [(String, String)] = []
        for (pattern, segment) in zip(segments, path) {
            if pattern.hasPrefix(":") {
                result.append((String(pattern.dropFirst()), segment))
            } else if pattern != segment {
                return nil
            }
        }
        return result
    }
}
