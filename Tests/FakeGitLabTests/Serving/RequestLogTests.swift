import FakeGitLab
import Testing

@Suite("Request log")
struct RequestLogTests {
    @Test("requests are counted by the pattern they met, whatever they answered")
    func kinds() throws {
        let inquirer = try Inquirer.small()
        _ = inquirer.send("GET", "projects/1/merge_requests?state=opened")
        _ = inquirer.send("GET", "projects/2/merge_requests")
        _ = inquirer.send("GET", "projects/77/merge_requests")
        _ = inquirer.send("GET", "no/such/place")
        let log = inquirer.fake.log
        #expect(log.counts["GET projects/:id/merge_requests"] == 3)
        #expect(log.counts["GET no/such/place"] == 1)
        #expect(log.entries.map(\.status) == [200, 200, 404, 404])
        #expect(log.total == inquirer.fake.requestCount)
    }

    @Test("a fault that answers in the instance's place is logged with its path")
    func faults() throws {
        let inquirer = try Inquirer.small()
        inquirer.fake.faults.add(.badGateway, at: "projects/1", .once)
        _ = inquirer.send("GET", "projects/1")
        #expect(inquirer.fake.log.entries == [.init(method: "GET", route: "projects/1", status: 502)])
    }

    @Test("entries are bounded, totals are not; an empty log counts anew")
    func bounds() throws {
        let inquirer = try Inquirer.small()
        inquirer.fake.log = RequestLog(capacity: 3)
        for _ in 0..<50 { _ = inquirer.send("GET", "version") }
        #expect((3...6).contains(inquirer.fake.log.entries.count))
        #expect(inquirer.fake.log.counts["GET version"] == 50)
        inquirer.fake.log = RequestLog()
        #expect(inquirer.fake.log.total == 0)
    }
}
