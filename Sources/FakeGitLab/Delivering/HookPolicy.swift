/// How an instance sends its webhooks: what its administrator has set, and what GitLab.com sets.
///
/// <https://docs.gitlab.com/user/project/integrations/webhooks/>
public struct HookPolicy: Hashable, Sendable {
    /// How long a receiver may take, from the first byte to the last; 10 seconds.
    public var timeout: Duration
    /// Whether hooks of projects and groups that keep failing are disabled, as on GitLab.com; self-managed instances do
    /// not unless told to.
    public var disablesFailing: Bool
    /// How many deliveries a top-level group may cause a minute; what lies beyond is dropped. `nil`, as on a self-managed
    /// instance, for no limit.
    public var perMinute: Int?
    /// Whether nothing is sent at all.
    public var isSilent: Bool
    /// Whether hooks that lead to this machine or a private network are refused, by their address alone. GitLab does so
    /// unless told otherwise; the fake, whose receivers live there, only when told.
    public var blocksLocalNetwork: Bool

    public init(
        timeout: Duration = .seconds(10), disablesFailing: Bool = true, perMinute: Int? = nil,
        isSilent: Bool = false, blocksLocalNetwork: Bool = false
    ) {
        self.timeout = timeout
        self.disablesFailing = disablesFailing
        self.perMinute = perMinute
        self.isSilent = isSilent
        self.blocksLocalNetwork = blocksLocalNetwork
    }

    /// The largest body that is sent, in bytes.
    static let largestBody = 25 * 1024 * 1024
}
