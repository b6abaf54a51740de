import WireFormat

/// Webhooks of projects, groups and the instance.
///
/// <https://docs.gitlab.com/api/project_webhooks/> · <https://docs.gitlab.com/api/group_webhooks/> ·
/// <https://docs.gitlab.com/api/system_hooks/>
enum HookEndpoints {
    static let routes: [Route] = HookPlace.all.flatMap { place in
        basics(place) + HookLogEndpoints.routes(place)
    }

    private static func basics(_ place: HookPlace) -> [Route] {
        let path = place.path
        return [
            Route(path, tier: place.tier, kind: "hooks") { (world, call) throws(Rejection) in
                let owner = try world.hookOwner(of: call, place)
                let rows = world.hooks.values.filter { $0.owner == owner }.sorted { $0.id < $1.id }
                let now = world.clock
                return try call.page(rows) { $0.object(at: now).serialized() }
            },
            Route("\(path)/:hook_id", tier: place.tier, kind: "hooks") { (world, call) throws(Rejection) in
                Answer(try world.hook(of: call, place).object(at: world.clock))
            },
            Route(path, method: "POST", tier: place.tier, kind: "hooks") { (world, call) throws(Rejection) in
                let owner = try world.hookOwner(of: call, place)
                let body = call.fields
                guard let url = body["url"]?.stringValue, !url.isEmpty else {
                    throw .error(400, "url is missing")
                }
                var hook = Hook(id: world.sequences.next(.hook), owner: owner, url: url, now: world.clock)
                try hook.apply(body)
                world.hooks[hook.id] = hook
                return Answer(status: 201, hook.object(at: world.clock))
            },
            Route("\(path)/:hook_id", method: "PUT", tier: place.tier, kind: "hooks") {
                (world, call) throws(Rejection) in
                var hook = try world.hook(of: call, place)
                try hook.apply(call.fields)
                world.hooks[hook.id] = hook
                return Answer(hook.object(at: world.clock))
            },
            Route("\(path)/:hook_id", method: "DELETE", tier: place.tier, kind: "hooks") {
                (world, call) throws(Rejection) in
                let hook = try world.hook(of: call, place)
                world.hooks[hook.id] = nil
                world.deliveries[hook.id] = nil
                return Answer(status: 204, bytes: [])
            },
        ] + pairs(place, "url_variables", \.variables, since: "15.2")
            + pairs(place, "custom_headers", \.headers, since: "17.1")
    }

    private static func pairs(
        _ place: HookPlace, _ name: String, _ values: any WritableKeyPath<Hook, [String: String]> & Sendable,
        since: GitLabVersion
    ) -> [Route] {
        let path = "\(place.path)/:hook_id/\(name)/:key"
        return [
            Route(path, method: "PUT", since: since, tier: place.tier) { (world, call) throws(Rejection) in
                let hook = try world.hook(of: call, place)
                guard let value = call.fields["value"]?.stringValue else {
                    throw .error(400, "value is missing")
                }
                world.hooks[hook.id]?[keyPath: values][call.path("key")] = value
                return Answer(status: 204, bytes: [])
            },
            Route(path, method: "DELETE", since: since, tier: place.tier) { (world, call) throws(Rejection) in
                let hook = try world.hook(of: call, place)
                guard hook[keyPath: values][call.path("key")] != nil else {
                    throw .message(404, "404 Not Found")
                }
                world.hooks[hook.id]?[keyPath: values][call.path("key")] = nil
                return Answer(status: 204, bytes: [])
            },
        ]
    }
}

extension Hook {
    /// Takes over what a body says; what it leaves out stays.
    fileprivate mutating func apply(_ body: JSONValue) throws(Rejection) {
        if let url = body["url"]?.stringValue {
            guard url.hasPrefix("http://") || url.hasPrefix("https://") else {
                throw .message(422, "Invalid url given")
            }
            // A secret is not sent to an address it was not given for.
            if url != self.url { token = nil }
            self.url = url
        }
        if let strategy = body["branch_filter_strategy"]?.stringValue {
            guard ["wildcard", "regex", "all_branches"].contains(strategy) else {
                throw .value(of: "branch_filter_strategy")
            }
            branchFilterStrategy = strategy
        }
        if let key = body["signing_token"]?.stringValue, !key.isEmpty {
            guard key.hasPrefix("whsec_") else {
                throw Rejection(status: 422, body: ["message": ["signing_token": ["is invalid"]]])
            }
            signingToken = key
        }
        name = body["name"]?.stringValue ?? name
        description = body["description"]?.stringValue ?? description
        if let token = body["token"]?.stringValue { self.token = token.isEmpty ? nil : token }
        verifiesTLS = body["enable_ssl_verification"]?.boolValue ?? verifiesTLS
        branchFilter = body["push_events_branch_filter"]?.stringValue ?? branchFilter
        template = body["custom_webhook_template"]?.stringValue ?? template
        headers = Self.pairs(body["custom_headers"]) ?? headers
        variables = Self.pairs(body["url_variables"]) ?? variables
        for key in switches.keys { switches[key] = body[key]?.boolValue ?? switches[key] }
    }

    private static func pairs(_ value: JSONValue?) -> [String: String]? {
        value?.arrayValue.map { pairs in
            Dictionary(
                pairs.map { ($0["key"]?.stringValue ?? "", $0["value"]?.stringValue ?? "") },
                uniquingKeysWith: { _, last in last })
        }
    }
}
