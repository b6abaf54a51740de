import WireFormat

/// Hooks that keep failing rest, each time twice as long, and in the end are switched off until a test succeeds.
///
/// <https://docs.gitlab.com/user/project/integrations/webhooks/#auto-disabled-webhooks>
extension Hook {
    private static let patience = 4
    private static let limit = 40
    private static let firstRest = 60.0
    private static let longestRest = 86_400.0

    /// Whether it is sent at all.
    func isRunnable(at now: Instant) -> Bool {
        failures < Self.patience || failures < Self.limit && (restsUntil.map { $0 <= now } ?? true)
    }

    /// `executable`, `temporarily_disabled` or `disabled`.
    func alertStatus(at now: Instant) -> String {
        if isRunnable(at: now) { return "executable" }
        return failures < Self.limit ? "temporarily_disabled" : "disabled"
    }

    /// Counts what came of one attempt; any success clears the count.
    mutating func count(success: Bool, at now: Instant) {
        guard !success else {
            failures = 0
            restsUntil = nil
            return
        }
        failures = min(failures + 1, Self.limit)
        let doublings = failures - Self.patience
        guard doublings >= 0 else { return }
        // Twelve doublings are beyond a day, and more would not fit a number for long.
        let rest = min(Self.firstRest * Double(1 << min(doublings, 12)), Self.longestRest)
        restsUntil = failures < Self.limit ? now + rest : nil
    }
}
