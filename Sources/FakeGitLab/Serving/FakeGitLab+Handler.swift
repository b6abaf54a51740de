public import LoopbackServer

extension FakeGitLab {
    /// Answers for a `LoopbackServer`: links lead back to the host the client named.
    ///
    /// What lies outside `/api/v4` and `/api/graphql` is answered with a web page, as an instance answers a browser.
    public var handler: LoopbackServer.Handler {
        { [self] request in
            await serve(request, origin: "http://\(request.header("Host") ?? "localhost")")
        }
    }
}
