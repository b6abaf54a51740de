/// A parameter, or a value of one, that not every version knows.
///
/// A parameter GitLab does not know is ignored; a value it does not know is refused.
struct ParameterRule: Sendable {
    /// The last word of the endpoint's path.
    let kind: String
    let name: String
    /// The newer value of an older parameter; `nil` when the parameter itself is newer.
    let value: String?
    let since: GitLabVersion
    let refusal: Rejection

    init(
        _ kind: String, _ name: String, _ value: String? = nil, since: GitLabVersion,
        refusal: Rejection? = nil
    ) {
        self.kind = kind
        self.name = name
        self.value = value
        self.since = since
        self.refusal = refusal ?? .value(of: name)
    }

    static let all: [ParameterRule] = [
        ParameterRule("merge_requests", "order_by", "merged_at", since: "17.2"),
        ParameterRule("merge_requests", "merge_user_id", since: "17.0"),
        ParameterRule("merge_requests", "merge_user_username", since: "17.0"),
        ParameterRule(
            "issues", "pagination", "keyset", since: "18.3", refusal: KeysetPaging.unsupportedOrder),
        ParameterRule("issues", "cursor", since: "18.3"),
        ParameterRule("notes", "activity_filter", since: "16.0"),
        ParameterRule("pipelines", "name", since: "15.11"),
        ParameterRule("pipelines", "created_after", since: "16.0"),
        ParameterRule("pipelines", "created_before", since: "16.0"),
        ParameterRule("jobs", "ref", since: "18.0"),
        ParameterRule("releases", "updated_after", since: "15.10"),
        ParameterRule("releases", "updated_before", since: "15.10"),
    ]

    /// The request as a version understands it.
    ///
    /// - Throws: what the version answers to a value it does not know.
    static func applied(to request: APIRequest, of kind: String, in version: GitLabVersion) throws(Rejection)
        -> APIRequest
    {
        var understood = request
        for rule in all where rule.kind == kind && version < rule.since {
            if let value = rule.value {
                guard request[rule.name] != value else { throw rule.refusal }
            } else {
                understood.ignored.insert(rule.name)
            }
        }
        return understood
    }
}
