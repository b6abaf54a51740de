import WireFormat

/// A place a project deploys to.
struct Environment: Stored {
    var resource: Resource
    /// Whether somebody set the tier; GitLab serves the same field either way.
    var hasExplicitTier = false
    /// Successful deployments' ids in the order in which they finished.
    var successes: [Int] = []

    var name: String { resource.text("name") ?? "" }
    var tier: String { resource.text("tier") ?? "other" }

    /// What a deployment shows of it.
    var embedded: JSONValue {
        var object: JSONValue = [:]
        for key in ["id", "name", "slug", "external_url", "created_at", "updated_at"] {
            object[key] = resource[key]
        }
        return object
    }

    init(resource: Resource) { self.resource = resource }

    init(id: Int, project: Int, name: String, tier: String?, externalURL: String?, now: Instant) {
        resource = Resource(
            id: id, parent: project, createdAt: now,
            object: [
                "id": .int(id), "name": .string(name),
                "slug": .string(String(name.map { $0.isLetter || $0.isNumber ? $0 : "-" })),
                "description": nil,
                "external_url": .text(externalURL), "created_at": .moment(now), "updated_at": .moment(now),
                "tier": .string(tier ?? Self.guessedTier(name)), "state": "available", "auto_stop_at": nil,
                "auto_stop_setting": "always", "kubernetes_namespace": nil, "flux_resource_path": nil,
                "cluster_agent": nil,
            ])
        hasExplicitTier = tier != nil
    }

    /// The tier GitLab derives from a name.
    ///
    /// <https://docs.gitlab.com/ci/environments/#deployment-tier-of-environments>
    static func guessedTier(_ name: String) -> String {
        let name = name.lowercased()
        func holds(_ words: [String]) -> Bool { words.contains { name.contains($0) } }
        if holds(["dev", "review", "trunk"]) { return "development" }
        if holds(["test", "tst", "int", "accept", "acpt", "qa", "qc", "control", "quality"]) {
            return "testing"
        }
        if holds(["stag", "stg", "model", "modl", "pre", "demo", "non"]) { return "staging" }
        if holds(["prod", "prd", "live"]) { return "production" }
        return "other"
    }
}
