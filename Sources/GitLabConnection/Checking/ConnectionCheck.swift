public import GitLabAPI
public import GitLabVocabulary

/// Finds out, step by step, whether a connection works, who it is, what it may do, and what is wrong with it.
///
/// Reads only: nothing is written in GitLab, and no list is read beyond its first page. About fifteen requests. Only a
/// test of the webhook makes GitLab send something, and only when asked for (`Options.testsHook`).
///
/// ```swift
/// let report = await ConnectionCheck(url: "https://gitlab.example.com", token: token).run()
/// ```
public struct ConnectionCheck: Sendable {
    public struct Options: Hashable, Sendable {
        /// What the connection is wanted for: what of it is missing is an error, other things are only noted.
        /// `.readAnalytics` alone by default; it is always wanted.
        public var capabilities: Set<Capability>
        /// How long before its end a token or membership is warned of; 14 days by default.
        public var warningDays: Int
        /// The project to look at closely; by default the one with the latest activity.
        public var project: ProjectReference?
        /// Where GitLab sends our webhooks; `nil` leaves them out.
        public var hookURL: String?
        /// Whether GitLab is made to send a test to the webhook at `hookURL`; `false` by default. The only option with
        /// which a check has an effect: the receiver gets a delivery, and a hook that rested wakes when it arrives.
        ///
        /// Needs such a webhook, the scope `api` and the role of a Maintainer, as if `.manageHooks` were among the
        /// capabilities. GitLab sends what was last of a kind: a push, else what else there is, up to four requests of
        /// the five tests it takes a minute. 16.11 and later
        /// (<https://docs.gitlab.com/api/project_webhooks/#trigger-a-test-project-webhook>).
        public var testsHook: Bool
        /// Whether plain `http` may lead to another machine.
        public var allowsInsecureHTTP: Bool
        /// How long each request may take; 20 seconds by default.
        public var timeout: Duration

        public init(
            capabilities: Set<Capability> = [.readAnalytics], warningDays: Int = 14,
            project: ProjectReference? = nil, hookURL: String? = nil, testsHook: Bool = false,
            allowsInsecureHTTP: Bool = false, timeout: Duration = .seconds(20)
        ) {
            self.capabilities = capabilities.union([.readAnalytics])
            self.warningDays = warningDays
            self.project = project
            self.hookURL = hookURL
            self.testsHook = testsHook
            self.allowsInsecureHTTP = allowsInsecureHTTP
            self.timeout = timeout
        }

        /// The capabilities, and what else is asked for takes.
        var wanted: Set<Capability> { testsHook ? capabilities.union([.manageHooks]) : capabilities }
    }

    let url: String
    /// The token as it was pasted, if it was.
    let pasted: Secret?
    let credentials: any CredentialProvider
    let options: Options
    let transport: any Transport
    let time: any TimeSource

    /// - Parameters:
    ///   - url: the instance's address, as people type or paste it.
    ///   - token: as it was pasted; blanks around it are reported, and not sent.
    ///   - transport: reaches the network, without retries: a check is there to show the first failure.
    public init(
        url: String, token: Secret, options: Options = Options(),
        transport: any Transport = URLSessionTransport(), time: any TimeSource = .system
    ) {
        self.init(
            url: url, pasted: token,
            credentials: StaticCredential(AccessToken(token.reveal())), options: options,
            transport: transport, time: time)
    }

    /// The same with the credentials of a connection that stands.
    public init(
        url: String, credentials: any CredentialProvider, options: Options = Options(),
        transport: any Transport = URLSessionTransport(), time: any TimeSource = .system
    ) {
        self.init(
            url: url, pasted: nil, credentials: credentials, options: options, transport: transport,
            time: time)
    }

    private init(
        url: String, pasted: Secret?, credentials: any CredentialProvider, options: Options,
        transport: any Transport, time: any TimeSource
    ) {
        self.url = url
        self.pasted = pasted
        self.credentials = credentials
        self.options = options
        self.transport = transport
        self.time = time
    }

    /// Asks all questions of `Probe.all` that the answers before leave open. Never fails: what goes wrong is what it
    /// reports.
    public func run() async -> ConnectionReport {
        let address = AddressReading(url, allowsInsecureHTTP: options.allowsInsecureHTTP)
        var run = CheckRun(self, address)
        guard let instance = address.instance else { return run.finished() }
        let client = WatchedClient(
            instance: instance, credentials: credentials, over: transport, timeout: options.timeout,
            time: time)
        await run.ask(client)
        return run.finished()
    }
}
