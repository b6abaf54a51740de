import WireFormat

/// What the instance says about itself.
///
/// <https://docs.gitlab.com/api/metadata/>
enum InstanceEndpoints {
    static let routes: [Route] = [
        Route("version", scopes: scopes) { (world, call) throws(Rejection) in try metadata(world, call) },
        Route("metadata", scopes: scopes, since: "15.2") { (world, call) throws(Rejection) in
            try metadata(world, call)
        },
    ]

    private static let scopes = ["api", "read_api", "read_user"]

    private static func metadata(_ world: World, _ call: Call) throws(Rejection) -> Answer {
        guard call.caller.user != nil else { throw .unauthorized }
        return Answer([
            "version": .string(world.version.text), "revision": "570e7b2abdd",
            "kas": ["enabled": false, "externalUrl": nil, "externalK8sProxyUrl": nil, "version": nil],
            "enterprise": .bool(world.version.isEnterprise),
        ])
    }
}
