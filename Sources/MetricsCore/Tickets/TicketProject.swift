/// A GitLab project as references to its tickets name it.
public struct TicketProject: Hashable, Sendable {
    /// `group/project`, in lower case.
    public let path: String
    /// What it was called before; references by those names are its own.
    public let formerPaths: Set<String>
    /// `gitlab.example.com`, or `example.com/gitlab` where GitLab lives below a path; `nil` if unknown.
    public let host: String?

    public init(path: String, formerPaths: Set<String> = [], host: String? = nil) {
        self.path = path.lowercased()
        self.formerPaths = Set(formerPaths.map { $0.lowercased() })
        self.host = host?.lowercased()
    }

    /// What records tell of it. A project of which nothing is known goes by its id, so that its `#12` is no other's.
    init(_ key: ProjectKey, _ record: ProjectRecord?) {
        let summary = record?.summary?.value
        let path = summary?.path ?? record?.paths.first ?? String(key.id)
        self.init(
            path: path, formerPaths: Set(record?.paths ?? []),
            host: summary?.webURL.flatMap { Self.host(of: $0, path: path) })
    }

    /// What stands before the project's path in its address.
    private static func host(of address: String, path: String) -> String? {
        guard let scheme = address.firstRange(of: "://"), address.hasSuffix("/" + path) else { return nil }
        let host = address[scheme.upperBound...].dropLast(path.utf8.count + 1)
        return host.isEmpty ? nil : String(host)
    }

    /// The key as it is known everywhere: with its project and host. Trackers other than GitLab need none.
    public func resolve(_ key: TicketKey) -> TicketKey {
        guard key.tracker.isGitLab else { return key }
        var place = (host: key.host ?? host, path: key.project ?? path)
        if let host, let named = key.host, let project = key.project,
            "\(named)/\(project)/".hasPrefix(host + "/")
        {
            place = (host, String("\(named)/\(project)".dropFirst(host.count + 1)))
        }
        if place.host == host, formerPaths.contains(place.path) { place.path = path }
        return TicketKey(key.tracker, key.text, project: place.path, host: place.host)
    }
}
