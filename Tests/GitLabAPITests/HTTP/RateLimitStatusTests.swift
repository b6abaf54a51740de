import Foundation
import Testing

@testable import GitLabAPI

@Suite("Rate limit headers")
struct RateLimitStatusTests {
    /// 2026-01-01 00:00:00 UTC
    let now = Date(timeIntervalSince1970: 1_767_225_600)

    @Test("are read in any case, with blanks around them")
    func reads() {
        let status = RateLimitStatus(
            ["ratelimit-limit": "2000", "RATELIMIT-REMAINING": " 1999 ", "RateLimit-Reset": "1767225660"],
            now: now)
        #expect(status.limit == 2000)
        #expect(status.remaining == 1999)
        #expect(status.reset == now + 60)
        #expect(status.retryAt == now + 60)
        #expect(status.retryAfter == nil)
    }

    static let retryAfters: [(headers: HTTPHeaders, seconds: Double?)] = [
        ([:], nil),
        (["Retry-After": "30"], 30),
        (["Retry-After": "0"], 0),
        (["Retry-After": "-5"], 0),
        (["Retry-After": "Thu, 01 Jan 2026 00:01:30 GMT"], 90),
        (["Retry-After": "Wed, 31 Dec 2025 23:59:00 GMT"], 0),
        (["Retry-After": "soon"], nil),
        (["Retry-After": "soon", "RateLimit-Reset": "1767225610"], 10),
        (["Retry-After": "5", "RateLimit-Reset": "1767225610"], 5),
        (["RateLimit-ResetTime": "Thu, 01 Jan 2026 00:00:20 GMT"], 20),
        (["RateLimit-Reset": "1767225610", "RateLimit-ResetTime": "Thu, 01 Jan 2026 00:00:20 GMT"], 10),
        // A server whose clock is ten minutes ahead of ours.
        (["Date": "Thu, 01 Jan 2026 00:10:00 GMT", "RateLimit-Reset": "1767226230"], 30),
        (["Date": "Thu, 01 Jan 2026 00:10:00 GMT", "Retry-After": "Thu, 01 Jan 2026 00:10:45 GMT"], 45),
        (["Date": "Thu, 01 Jan 2026 00:10:00 GMT", "Retry-After": "45"], 45),
        (["Retry-After": "9223372036854775807"], 31_536_000),
        (["RateLimit-Reset": "9223372036854775807"], 31_536_000),
        (["RateLimit-Reset": "-9223372036854775808"], 0),
    ]

    @Test("say when to come back, by our clock", arguments: retryAfters)
    func retryAt(headers: HTTPHeaders, seconds: Double?) {
        #expect(RateLimitStatus(headers, now: now).retryAt == seconds.map { now + $0 })
    }

    @Test(
        "with nonsense for numbers do no harm",
        arguments: ["9223372036854775807", "-9223372036854775808", "x", ""])
    func nonsense(number: String) {
        let status = RateLimitStatus(["RateLimit-Limit": number, "RateLimit-Remaining": number], now: now)
        #expect((0...1_000_000_000).contains(status.limit ?? 0))
        #expect((0...1_000_000_000).contains(status.remaining ?? 0))
    }
}
