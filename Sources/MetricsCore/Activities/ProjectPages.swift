import Foundation

/// Where GitLab shows the things of one project; nowhere until the project's own page is known.
struct ProjectPages {
    private let project: String?

    init(of webURL: String?) { project = webURL }

    func mergeRequest(_ iid: Int64?) -> String? { iid.flatMap { page("merge_requests/\($0)") } }
    func issue(_ iid: Int64?) -> String? { iid.flatMap { page("issues/\($0)") } }
    func commit(_ sha: String) -> String? { page("commit/\(Self.escaped(sha))") }
    func pipeline(_ id: Int64) -> String? { page("pipelines/\(id)") }
    func environment(_ id: Int64) -> String? { page("environments/\(id)") }
    func tag(_ name: String) -> String? { page("tags/\(Self.escaped(name))") }
    func release(_ tag: String) -> String? { page("releases/\(Self.escaped(tag))") }

    /// Of a branch's files, where GitLab leaves the slashes of a name alone.
    func branch(_ name: String) -> String? { page("tree/\(Self.escaped(name, but: "/"))") }

    private func page(_ path: String) -> String? { project.map { "\($0)/-/\(path)" } }

    private static func escaped(_ name: String, but further: String = "") -> String {
        let unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
        let allowed = CharacterSet(charactersIn: unreserved + further)
        return name.addingPercentEncoding(withAllowedCharacters: allowed) ?? name
    }
}
