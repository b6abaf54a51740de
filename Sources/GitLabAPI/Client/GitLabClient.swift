/// Sends requests to one GitLab instance and reads the answers.
///
/// The API itself is listed by the static members of `Request`: `client.send(.mergeRequest(7, in: 42))`,
/// `client.items(.mergeRequests(in: 42))`.
public struct GitLabClient: Sendable {
    public struct Configuration: Sendable, Hashable {
        /// Sent as `User-Agent`; administrators find it in their logs.
        public var userAgent: String
        /// How long one exchange may take; 60 seconds by default, as long as GitLab itself works on a request.
        public var timeout: Duration

        public init(userAgent: String = "GitLabMetrics/0.1.0", timeout: Duration = .seconds(60)) {
            self.userAgent = userAgent
            self.timeout = timeout
        }
    }

    public let instance: InstanceURL
    public let configuration: Configuration
    let transport: any Transport
    let time: any TimeSource

    /// - Parameter transport: carries requests as they are; nothing is added to it but credentials. For waiting,
    ///   retrying and redirects wrap it in a `StandardTransport`, or use the initializer that does.
    public init(
        instance: InstanceURL, credentials: any CredentialProvider, transport: any Transport,
        configuration: Configuration = Configuration(), time: any TimeSource = .system
    ) {
        self.init(
            instance: instance,
            transport: CredentialTransport(
                instance: instance, credentials: credentials, over: transport, time: time),
            configuration: configuration, time: time)
    }

    /// - Parameter transport: carries requests, credentials included.
    public init(
        instance: InstanceURL, transport: any Transport, configuration: Configuration = Configuration(),
        time: any TimeSource = .system
    ) {
        self.instance = instance
        self.transport = transport
        self.configuration = configuration
        self.time = time
    }
}
