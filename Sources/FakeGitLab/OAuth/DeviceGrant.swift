/// What a device without a browser waits for (RFC 8628).
struct DeviceGrant: Sendable {
    /// Seconds.
    static let lifetime = 300.0

    enum Decision: Sendable {
        case pending
        case approved(by: Int)
        case denied
    }

    let application: String
    let scopes: [String]
    /// What the user types in.
    let userCode: String
    let expiresAt: Instant
    /// Seconds between two polls; grows with every one that comes too soon.
    var interval = 5.0
    var lastPoll: Instant?
    var decision = Decision.pending

    /// The user who approved.
    ///
    /// - Throws: why there is no token yet, or never.
    mutating func poll(at now: Instant) throws(Rejection) -> Int {
        guard now < expiresAt else { throw .expiredDeviceCode }
        switch decision {
        case .approved(let user): return user
        case .denied: throw .accessDenied
        case .pending: break
        }
        let isTooSoon = lastPoll.map { now - $0 < interval } ?? false
        lastPoll = now
        guard isTooSoon else { throw .authorizationPending }
        interval += 5
        throw .slowDown
    }
}
