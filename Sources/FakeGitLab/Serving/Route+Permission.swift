extension Route {
    private static let actions = ["GET": "read", "POST": "create", "PUT": "update", "DELETE": "delete"]

    /// What a fine-grained token must be permitted: an action and the resource the path ends with.
    ///
    /// <https://docs.gitlab.com/auth/tokens/fine_grained_access_tokens/>
    var permission: String {
        guard !segments.contains("test") else { return "test_webhook" }
        let names = segments.filter { !$0.hasPrefix(":") && $0 != "all" }
        let resource =
            names.contains("hooks") ? "webhook" : (names.last ?? "").replacing(/s$/, with: "")
        return "\(Self.actions[method] ?? method.lowercased())_\(resource)"
    }
}
