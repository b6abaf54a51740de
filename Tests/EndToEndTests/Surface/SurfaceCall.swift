import GitLabAPI

/// One call of a factory, as the walk over the surface makes it.
struct SurfaceCall: Sendable, CustomStringConvertible {
    /// A call ready to be sent.
    struct Prepared: Sendable {
        let method: String
        let path: String
        /// Sends it and says how many things came back.
        let send: @Sendable (GitLabClient) async throws -> Int
    }

    /// Something of a page that could not be read.
    struct Unreadable: Error { let reasons: [String] }

    /// As the page names it: `mergeRequest(_:in:)`.
    let factory: String
    let prepare: @Sendable (SurfaceScene) throws -> Prepared

    var description: String { factory }

    init<Response: Decodable & Sendable>(
        _ factory: String, _ request: @escaping @Sendable (SurfaceScene) throws -> Request<Response>
    ) {
        self.factory = factory
        prepare = { scene in
            let request = try request(scene)
            return Prepared(method: request.method.rawValue, path: request.path) { client in
                _ = try await client.send(request)
                return 1
            }
        }
    }

    init<Element: Decodable & Sendable>(
        _ factory: String, _ request: @escaping @Sendable (SurfaceScene) throws -> Request<Page<Element>>
    ) {
        self.factory = factory
        prepare = { scene in
            let request = try request(scene)
            return Prepared(method: request.method.rawValue, path: request.path) { client in
                let page = try await client.send(request)
                guard page.skipped.isEmpty else { throw Unreadable(reasons: page.skipped.map(\.reason)) }
                return page.elements.count
            }
        }
    }

    init(_ factory: String, _ request: @escaping @Sendable (SurfaceScene) throws -> Request<Void>) {
        self.factory = factory
        prepare = { scene in
            let request = try request(scene)
            return Prepared(method: request.method.rawValue, path: request.path) { client in
                try await client.send(request)
                return 1
            }
        }
    }
}
