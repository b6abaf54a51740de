import Foundation
import WireFormat

/// What an answer tells about GitLab's request throttle
/// (<https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers>).
struct RateLimitStatus: Hashable, Sendable {
    /// `RateLimit-Limit`: requests a minute.
    var limit: Int?
    /// `RateLimit-Remaining`: requests left until `reset`.
    var remaining: Int?
    /// `RateLimit-Reset`, by our clock.
    var reset: Date?
    /// `Retry-After`, seconds or a date, by our clock.
    var retryAfter: Date?
    /// When to come back after a 429, by our clock: `Retry-After`, else `RateLimit-Reset`, else `RateLimit-ResetTime`.
    var retryAt: Date?

    /// A year, and a thousand million requests: what lies beyond is nonsense, and a trap for arithmetic.
    private static let farthest: TimeInterval = 31_536_000
    private static let highest = 1_000_000_000

    /// - Parameter now: our clock. The server's may differ: its dates are taken as spans from its own `Date`.
    init(_ headers: HTTPHeaders, now: Date) {
        let serverNow = headers.date("Date") ?? now
        func inside(_ span: TimeInterval) -> Date {
            now.addingTimeInterval(min(max(span, -Self.farthest), Self.farthest))
        }
        func ours(_ date: Date) -> Date { inside(date.timeIntervalSince(serverNow)) }
        func count(_ name: String) -> Int? { headers[name].flatMap { Int($0.trimmingBlanks()) } }

        limit = count("RateLimit-Limit").map { min(max($0, 0), Self.highest) }
        remaining = count("RateLimit-Remaining").map { min(max($0, 0), Self.highest) }
        reset = count("RateLimit-Reset").map { ours(Date(timeIntervalSince1970: Double($0))) }
        retryAfter = headers["Retry-After"].flatMap { text -> Date? in
            if let seconds = Int(text.trimmingBlanks()) { return inside(Double(seconds)) }
            return WireDate(http: text.trimmingBlanks()).map { ours($0.date) }
        }
        retryAt =
            (retryAfter ?? reset ?? headers.date("RateLimit-ResetTime").map(ours))
            .map { max($0, now) }
    }
}

extension HTTPHeaders {
    /// A field that holds an HTTP date.
    func date(_ name: String) -> Date? {
        self[name].flatMap { WireDate(http: $0.trimmingBlanks()) }.map(\.date)
    }
}
