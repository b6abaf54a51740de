import Foundation

/// What an answer tells about GitLab's request throttle
/// (<https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers>).
struct RateLimitStatus: Hashable, Sendable {
    /// `RateLimit-Limit`: requests a minute.
    var limit: Int?
    /// `RateLimit-Remaining`: requests left until `reset`.
    var remaining: Int?
    /// `RateLimit-Reset`, by our clock.
    var reset: Date?
    /// When to come back, by our clock: `Retry-After`, else `RateLimit-Reset`, else `RateLimit-ResetTime`.
    var retryAt: Date?

    /// - Parameter now: our clock. The server's may differ: its dates are taken as spans from its own `Date`.
    init(_ headers: HTTPHeaders, now: Date) {
        let serverNow = headers["Date"].flatMap { HTTPDate.parse($0) } ?? now
        func ours(_ date: Date) -> Date { now.addingTimeInterval(date.timeIntervalSince(serverNow)) }

        limit = headers["RateLimit-Limit"].flatMap { Int($0.trimmingBlanks()) }
        remaining = headers["RateLimit-Remaining"].flatMap { Int($0.trimmingBlanks()) }
        reset = headers["RateLimit-Reset"]
            .flatMap { Int($0.trimmingBlanks()) }
            .map { ours(Date(timeIntervalSince1970: Double($0))) }
        let retryAfter = headers["Retry-After"].flatMap { text -> Date? in
            if let seconds = Int(text.trimmingBlanks()) { return now.addingTimeInterval(Double(seconds)) }
            return HTTPDate.parse(text).map(ours)
        }
        retryAt =
            (retryAfter ?? reset ?? headers["RateLimit-ResetTime"].flatMap { HTTPDate.parse($0) }.map(ours))
            .map { max($0, now) }
    }
}
