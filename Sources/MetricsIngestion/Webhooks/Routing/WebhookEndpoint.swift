public import MetricsCore
public import WebhookModels

/// How deliveries of one GitLab instance are received.
public struct WebhookEndpoint: Sendable {
    /// Where they arrive.
    public var routes: [WebhookRoute]
    /// Which instance sends them. Deliveries of several instances need several endpoints, since what a delivery says of
    /// its instance is not signed.
    public var instance: InstanceID
    public var verifier: WebhookVerifier
    public var sink: WebhookSink
    /// Whether events of kinds this version does not know are kept, with their raw bodies, which may hold code and
    /// secrets; `false` by default.
    public var keepsUnrecognized: Bool
    /// Whether below each path, at `/test`, a delivery can be tried: it is verified and read like any other, and the
    /// answer says what would be kept of it; `false` by default.
    public var offersRehearsal: Bool

    public init(
        at routes: [WebhookRoute], of instance: InstanceID, verifier: WebhookVerifier, sink: WebhookSink,
        keepsUnrecognized: Bool = false, offersRehearsal: Bool = false
    ) {
        self.routes = routes
        self.instance = instance
        self.verifier = verifier
        self.sink = sink
        self.keepsUnrecognized = keepsUnrecognized
        self.offersRehearsal = offersRehearsal
    }
}
