/// Whether a membership counts yet. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/members/>
public struct MembershipState: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let active = Self(rawValue: "active")
    /// Waits for an owner's consent, or for a free seat.
    public static let awaiting = Self(rawValue: "awaiting")
}
