import FakeGitLab
import Foundation
import Testing

@Suite("Rate limits")
struct RateLimitTests {
    @Test("a minute's requests are counted, the next is refused until the minute ends")
    func limit() async throws {
        let time = VirtualTime(Date(timeIntervalSince1970: 1_768_000_030))
        let world = try WorldGenerator(.init(projects: 1, mergeRequestsPerProject: 1, days: 5, end: time.now))
            .world()
        let inquirer = Inquirer(
            fake: FakeGitLab(world: world, time: time, rateLimit: RateLimit(perMinute: 3)))
        for used in 1...3 {
            let reply = inquirer.send("GET", "projects/1")
            #expect(reply.status == 200)
            #expect(reply.header("ratelimit-limit") == "3")
            #expect(reply.header("ratelimit-observed") == String(used))
            #expect(reply.header("ratelimit-remaining") == String(3 - used))
            #expect(reply.header("ratelimit-reset") == "1768000080")
            #expect(reply.header("retry-after") == nil)
        }
        let refused = inquirer.send("GET", "projects/1")
        #expect(refused.status == 429)
        #expect(String(decoding: refused.body, as: UTF8.self) == "Retry later\n")
        #expect(refused.header("content-type") == "text/plain")
        #expect(refused.header("retry-after") == "50")
        #expect(refused.header("ratelimit-resettime") == "Fri, 09 Jan 2026 23:08:00 GMT")
        try await time.sleep(for: .seconds(50))
        #expect(inquirer.send("GET", "projects/1").status == 200)
    }

    @Test("without a limit there are no such headers")
    func off() throws {
        let reply = try Inquirer.small().send("GET", "projects/1")
        #expect(!reply.headers.contains { $0.name.lowercased().hasPrefix("ratelimit") })
    }
}
