import WireFormat

extension MergeRequest {
    var labels: [String] { resource["labels"].arrayValue?.compactMap(\.stringValue) ?? [] }

    /// Ids of those it is assigned to or asked to review: `people("reviewers")`.
    func people(_ key: String) -> [Int] { resource[key].arrayValue?.compactMap { $0["id"]?.intValue } ?? [] }

    func usernames(_ key: String) -> [String] {
        resource[key].arrayValue?.compactMap { $0["username"]?.stringValue } ?? []
    }

    /// What a list with `view=simple` shows.
    var simple: JSONValue {
        var object: JSONValue = [:]
        for key in [
            "id", "iid", "project_id", "title", "description", "state", "created_at", "updated_at", "web_url",
        ] { object[key] = resource[key] }
        return object
    }
}

extension MergeRequest.Version {
    /// As the list of versions shows it.
    func object(of mergeRequest: Int) -> JSONValue {
        [
            "id": .int(id), "head_commit_sha": .string(head), "base_commit_sha": .text(base),
            "start_commit_sha": .text(base), "created_at": .moment(createdAt),
            "merge_request_id": .int(mergeRequest), "state": "collected",
            "real_size": .string(String(max(1, commitCount * 2))),
            "patch_id_sha": .string(SHA1.hex("patch \(id)")),
        ]
    }
}
