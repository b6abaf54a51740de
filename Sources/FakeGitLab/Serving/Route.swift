/// One endpoint: a method, a path pattern, the scopes of which one is needed, which instances have it, and what it
/// does.
struct Route: Sendable {
    typealias Handler = @Sendable (inout World, Call) throws(Rejection) -> Answer

    let method: String
    let pattern: String
    /// Segments of the pattern; those beginning with `:` capture.
    let segments: [String]
    let scopes: [String]
    /// The version that brought the endpoint; before, there is nothing at its path.
    let since: GitLabVersion
    /// The least tier that has it.
    let tier: Tier
    /// What lower tiers answer.
    let refusal: Rejection
    /// The kind of objects it answers with, by which fields and parameters come and go: the last word of the path.
    let kind: String
    let handler: Handler

    init(
        _ pattern: String, method: String = "GET", scopes: [String]? = nil, since: GitLabVersion = "0",
        tier: Tier = .free, refusal: Rejection = .message(404, "404 Not Found"), kind: String? = nil,
        handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        segments = pattern.split(separator: "/").map(String.init)
        self.scopes = scopes ?? (method == "GET" ? ["api", "read_api"] : ["api"])
        self.since = since
        self.tier = tier
        self.refusal = refusal
        self.kind = kind ?? segments.last { !$0.hasPrefix(":") } ?? ""
        self.handler = handler
    }

    /// Whether the instance's version has the endpoint.
    func exists(in world: World) -> Bool { world.version >= since }

    /// Does what the endpoint does, as the instance's version and tier do it.
    func answer(_ call: Call, in world: inout World) throws(Rejection) -> Answer {
        guard world.tier >= tier else { throw refusal }
        var call = call
        call.request = try ParameterRule.applied(to: call.request, of: kind, in: world.version)
        return try handler(&world, call).without(FieldRule.absent(from: kind, in: world))
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
