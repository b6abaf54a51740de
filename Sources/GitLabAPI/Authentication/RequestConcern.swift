import Foundation

/// What a request is about, as far as one credential may differ from another in it.
struct RequestConcern: Hashable, Sendable {
    /// Where GitLab decides who sees what.
    enum Place: Hashable, Sendable {
        /// By id or full path, in lower case.
        case project(String)
        case group(String)
        case instance
    }

    /// Requests for which a token has the scope or not, as far as their paths tell.
    struct Kind: Hashable, Sendable {
        let isWrite: Bool
        /// The first word of the path: `projects`, `users`, `graphql`.
        let noun: String
    }

    let place: Place
    /// What of the place: `merge_requests`, `pipelines`. Roles differ by it.
    let resource: String
    let kind: Kind

    init(_ request: HTTPRequest, on instance: InstanceURL) {
        let path = request.url.path(percentEncoded: true)
        let api = path.hasPrefix(instance.apiPath) ? path.dropFirst(instance.apiPath.count) : path[...]
        let segments = api.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
        // A POST that is harmless to repeat is a query.
        let isRead =
            [.get, .head].contains(request.method) || (request.method == .post && request.isRepeatable)
        kind = Kind(isWrite: !isRead, noun: segments.first ?? "")
        if let project = request.project {
            place = .project(project.description.lowercased())
            resource = kind.noun
        } else if segments.count > 1, kind.noun == "projects" || kind.noun == "groups" {
            let reference = segments[1].lowercased()
            place = kind.noun == "projects" ? .project(reference) : .group(reference)
            resource = segments.count > 2 ? segments[2] : ""
        } else {
            place = .instance
            resource = kind.noun
        }
    }
}

extension SetAside.Extent {
    init(_ place: RequestConcern.Place) {
        switch place {
        case .project(let text): self = .project(Int(text).map { .init(integerLiteral: $0) } ?? .path(text))
        case .group(let text): self = .group(Int(text).map { .init(integerLiteral: $0) } ?? .path(text))
        case .instance: self = .scope
        }
    }
}
