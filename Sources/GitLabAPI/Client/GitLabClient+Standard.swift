extension GitLabClient {
    /// A client as most want it: token, redirects, a rate, retries, over `URLSession` (see `StandardTransport`).
    ///
    /// - Parameters:
    ///   - base: reaches the network; by default a `URLSessionTransport` of its own. Give one to several clients
    ///     to share its connections and its limit of concurrent requests.
    ///   - random: numbers from 0 to 1, for the jitter of retries.
    ///   - onWait: told of every pause before a repetition.
    public static func standard(
        instance: InstanceURL, credentials: any CredentialProvider,
        over base: any Transport = URLSessionTransport(),
        configuration: Configuration = Configuration(), transport: StandardTransport.Configuration = .init(),
        time: any TimeSource = .system, random: @escaping @Sendable () -> Double = { .random(in: 0..<1) },
        onWait: (@Sendable (RetryWait) -> Void)? = nil
    ) -> GitLabClient {
        GitLabClient(
            instance: instance,
            transport: StandardTransport(
                instance: instance, credentials: credentials, over: base, configuration: transport,
                time: time,
                random: random, onWait: onWait),
            configuration: configuration, time: time)
    }

    /// The same with several credentials that share the load.
    ///
    /// - Parameter pool: belongs to this client alone.
    public static func standard(
        instance: InstanceURL, pool: CredentialPool, over base: any Transport = URLSessionTransport(),
        configuration: Configuration = Configuration(), transport: StandardTransport.Configuration = .init(),
        time: any TimeSource = .system, random: @escaping @Sendable () -> Double = { .random(in: 0..<1) },
        onWait: (@Sendable (RetryWait) -> Void)? = nil
    ) -> GitLabClient {
        GitLabClient(
            instance: instance,
            transport: StandardTransport(
                instance: instance, pool: pool, over: base, configuration: transport, time: time,
                random: random, onWait: onWait),
            configuration: configuration, time: time)
    }
}
