/// How long the claim of another process has been seen unchanged.
struct ClaimWatch {
    /// How often the store is looked at meanwhile.
    static let interval = Duration.seconds(1)
    /// What no claim exceeds, whatever it says.
    private static let longest = Duration.seconds(600)

    private var version: StoredTokens.Version?
    private var waited = Duration.zero

    /// Whether there is a claim of another that may still be alive.
    mutating func respects(_ stored: StoredTokens, not holder: String) -> Bool {
        guard let claim = stored.record.claim, claim.holder != holder else { return false }
        if version != stored.version {
            version = stored.version
            waited = .zero
        }
        return waited < min(claim.length, Self.longest)
    }

    /// - Returns: how long to wait before the next look.
    mutating func wait() -> Duration {
        waited += Self.interval
        return Self.interval
    }
}
