/// A limit of requests per minute and user, as an administrator switches it on: tokens of one user share it.
///
/// <https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/>
public struct RateLimit: Hashable, Sendable {
    public var perMinute: Int
    public init(perMinute: Int) { self.perMinute = perMinute }
}

/// Counts requests per caller in whole minutes of the clock, as GitLab's throttle does.
struct RateLimiter: Sendable {
    enum Verdict {
        /// The headers every throttled endpoint adds.
        case admitted([(name: String, value: String)])
        case refused(Answer)
    }

    private let limit: RateLimit
    private var minute: Int64 = 0
    private var observed: [Int?: Int] = [:]

    init(_ limit: RateLimit) { self.limit = limit }

    /// - Parameter caller: a user's id; `nil` for those who say no name.
    mutating func admit(_ caller: Int?, at now: Instant) -> Verdict {
        let second = now.microseconds / 1_000_000
        if second / 60 != minute {
            minute = second / 60
            observed = [:]
        }
        observed[caller, default: 0] += 1
        let count = observed[caller, default: 0]
        let reset = (minute + 1) * 60
        let headers: [(name: String, value: String)] = [
            ("RateLimit-Limit", String(limit.perMinute)), ("RateLimit-Name", "throttle_authenticated_api"),
            ("RateLimit-Observed", String(count)),
            ("RateLimit-Remaining", String(max(0, limit.perMinute - count))),
            ("RateLimit-Reset", String(reset)),
        ]
        guard count > limit.perMinute else { return .admitted(headers) }
        var answer = Answer(status: 429, text: "Retry later\n")
        answer.headers =
            headers + [
                ("Retry-After", String(reset - second)),
                ("RateLimit-ResetTime", Instant(microseconds: reset * 1_000_000).httpDate),
            ]
        return .refused(answer)
    }
}
