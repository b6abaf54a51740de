import WireFormat

/// A field that not every instance serves: of which objects, since which version, from which tier on.
struct FieldRule: Sendable {
    /// The last word of the paths that show such objects, as in `projects/:id/merge_requests`; `nil` for all.
    let kind: String?
    /// Names from the object down: `["approved_by", "approved_at"]`. For all kinds one name, at any depth.
    let path: [String]
    let since: GitLabVersion
    let tier: Tier

    init(_ kind: String?, _ path: String, since: GitLabVersion = "0", tier: Tier = .free) {
        self.kind = kind
        self.path = path.split(separator: ".").map(String.init)
        self.since = since
        self.tier = tier
    }

    /// Those whose fields the instance does not serve in objects of a kind.
    static func absent(from kind: String, in world: World) -> [FieldRule] {
        all.filter { rule in
            (rule.kind ?? kind) == kind && (world.version < rule.since || world.tier < rule.tier)
        }
    }

    /// The object, or each object of a list, without the field.
    func removing(from value: JSONValue) -> JSONValue {
        kind == nil ? value.removing(everywhere: path[0]) : value.removing(path[...])
    }
}

extension JSONValue {
    fileprivate func removing(_ path: ArraySlice<String>) -> JSONValue {
        if let elements = arrayValue { return .array(elements.map { $0.removing(path) }) }
        guard let name = path.first, objectValue != nil, let inner = self[name] else { return self }
        var result = self
        if path.count == 1 {
            result[name] = nil
        } else {
            result[name] = inner.removing(path.dropFirst())
        }
        return result
    }

    fileprivate func removing(everywhere name: String) -> JSONValue {
        if let elements = arrayValue { return .array(elements.map { $0.removing(everywhere: name) }) }
        guard let members = objectValue?.members else { return self }
        return .object(
            JSONObject(
                members.filter { $0.key != name }.map { ($0.key, $0.value.removing(everywhere: name)) }))
    }
}
