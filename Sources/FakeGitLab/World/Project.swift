import WireFormat

/// A project: what every list shows of it, its settings, and its features.
struct Project: Stored {
    var resource: Resource
    /// The group it lies in.
    let group: Int

    var path: String { resource.text("path_with_namespace") ?? "" }
    var visibility: String { resource.text("visibility") ?? "private" }
    var webURL: String { resource.text("web_url") ?? "" }
    var creator: Int { resource["creator_id"].intValue ?? World.ghost }
    var defaultBranch: String { resource.text("default_branch") ?? "main" }
    var mergeMethod: MergeMethod {
        MergeMethod(rawValue: resource.text("merge_method") ?? "") ?? .merge
    }

    /// The fields of `simple=true`, and of what anonymous callers and guests may see.
    static let simpleFields = [
        "id", "description", "name", "name_with_namespace", "path", "path_with_namespace", "created_at",
        "default_branch", "tag_list", "topics", "ssh_url_to_repo", "http_url_to_repo", "web_url",
        "readme_url",
        "forks_count", "avatar_url", "star_count", "last_activity_at", "visibility", "namespace",
    ]

    var simple: JSONValue {
        var object: JSONValue = [:]
        for key in Self.simpleFields { object[key] = resource[key] }
        return object
    }

    init(resource: Resource, group: Int) {
        self.resource = resource
        self.group = group
    }
}

/// How a project lands merge requests.
///
/// <https://docs.gitlab.com/user/project/merge_requests/methods/>
public enum MergeMethod: String, Hashable, Sendable, CaseIterable {
    case merge
    case semiLinear = "rebase_merge"
    case fastForward = "ff"
}
