/// From which addresses deliveries are accepted.
///
/// The address is what the host's server calls the peer's. Behind a proxy that is the proxy's; whether a header such as
/// `X-Forwarded-For` is to be believed instead only the host can know, since anybody can send one.
public struct WebhookSourcePolicy: Hashable, Sendable {
    /// No address is refused, none need be known.
    public static let anywhere = Self(ranges: nil)

    /// GitLab.com, as it publishes its own addresses. They may change; a signing token does not depend on them.
    ///
    /// <https://docs.gitlab.com/user/gitlab_com/#ip-range>
    public static let gitLabCom = Self(allowing: [
        AddressRange(34, 74, 90, 64, prefixLength: 28),
        AddressRange(34, 74, 226, 0, prefixLength: 24),
    ])

    private let ranges: [AddressRange]?

    private init(ranges: [AddressRange]?) { self.ranges = ranges }

    /// Addresses within one of the ranges; with none, nobody.
    public init(allowing ranges: [AddressRange]) { self.init(ranges: ranges) }

    /// Whether deliveries from there are accepted. An address that is not known, or is none, only is where every one
    /// is; O(ranges).
    public func allows(_ address: String?) -> Bool {
        guard let ranges else { return true }
        guard let address = address.flatMap(IPAddress.init) else { return false }
        return ranges.contains { $0.contains(address) }
    }
}
