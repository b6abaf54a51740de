/// One way in which an instance, or what lies between, misbehaves.
public enum Fault: Hashable, Sendable {
    /// 429 with plain text; without `retryAfter` there is no header either.
    case tooManyRequests(retryAfter: Int?)
    /// 500 with GitLab's JSON.
    case internalServerError
    /// 502 with a proxy's HTML page.
    case badGateway
    /// 503 with plain text.
    case serviceUnavailable
    /// 504 with a proxy's HTML page.
    case gatewayTimeout
    /// 503 with GraphQL's own JSON, as when a query takes longer than its 30 seconds.
    case graphQLTimeout
    /// The connection closes before anything is sent.
    case closedBeforeReply
    /// The connection closes within the body.
    case cutBody
    /// The body arrives in small pieces with pauses.
    case slowBody(bytes: Int, pause: Duration)
    /// The connection stays open and nothing comes.
    case silence
    /// The answer comes late.
    case latency(Duration)
    /// Half the JSON with a `Content-Length` that fits it: nothing on the wire shows the loss.
    case truncatedJSON
    /// Bytes that are no JSON, with a JSON content type.
    case invalidJSON
    /// One element of a list is a thing no client expects.
    case badElement
    /// 200 with a login page.
    case loginPage
    /// 403, as when a feature is kept from the caller.
    case forbidden
    /// 404, as when a project or a feature is gone.
    case notFound
    /// 301 to the project's numeric address, as after a transfer or a rename.
    case movedProject(id: Int)
    /// 403 with the message of a feature that is switched off.
    case featureDisabled
}
