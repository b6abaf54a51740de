import GitLabAPI
import GitLabVocabulary

extension Examination {
    /// Paths like the one asked for among the projects the token sees, at most three, the nearest first; and whether
    /// it sees the group. At most five requests; those that fail find nothing.
    func nearMatches(of path: String) async -> (paths: [String], seesNamespace: Bool) {
        let segments = path.split(separator: "/").map(String.init)
        // Comparing takes as long as both texts multiplied, and nobody misspells what is longer.
        guard let name = segments.last, path.count <= 500 else { return ([], false) }
        let namespace = segments.dropLast().joined(separator: "/")
        var candidates: Set<String> = []
        var seesNamespace = false
        if !namespace.isEmpty,
            let page = try? await client.send(
                .projects(in: .path(namespace), includeSubgroups: true, simple: true))
        {
            seesNamespace = true
            candidates.formUnion(page.elements.map(\.pathWithNamespace))
        }
        for term in Self.searchTerms(name) {
            guard let page = try? await client.send(.projects(simple: true, search: term)) else { continue }
            candidates.formUnion(page.elements.map(\.pathWithNamespace))
        }
        if candidates.isEmpty, let page = try? await client.send(.projects(membership: true, simple: true)) {
            candidates.formUnion(page.elements.map(\.pathWithNamespace))
        }
        return (Self.nearest(to: path, among: candidates), seesNamespace)
    }

    /// GitLab finds what contains a text of three characters or more: a name with one mistake has one good half.
    private static func searchTerms(_ name: String) -> [String] {
        let half = name.count / 2
        let terms = [name] + (half < 3 ? [] : [String(name.prefix(half)), String(name.suffix(half))])
        return terms.filter { $0.count >= 3 }
    }

    static func nearest(to path: String, among candidates: Set<String>) -> [String] {
        let wanted = path.lowercased()
        let name = wanted.split(separator: "/").last
        let limit = max(2, wanted.count / 5)
        let near = candidates.compactMap { candidate -> (path: String, distance: Int)? in
            let lowered = candidate.lowercased()
            let distance = EditDistance(wanted, lowered).value
            // The same name in another group is near however long the groups' names are.
            let isNamesake = lowered.split(separator: "/").last == name
            guard distance <= limit || isNamesake else { return nil }
            return (candidate, isNamesake ? min(distance, limit) : distance)
        }
        return near.sorted { ($0.distance, $0.path) < ($1.distance, $1.path) }.prefix(3).map(\.path)
    }
}
