import FakeGitLab
import Foundation
import GitLabAPI
import Testing
import WireFormat

@Suite("Faults")
struct FaultTests {
    static func transport(_ fault: Fault, _ occurrence: FaultRule.Occurrence = .once) throws
        -> (FakeGitLabTransport, HTTPRequest, VirtualTime)
    {
        let time = VirtualTime(Inquirer.end)
        let inquirer = try Inquirer.small(mergeRequests: 5, time: time)
        inquirer.fake.faults = FaultPlan([FaultRule(fault, at: "projects/*/merge_requests", occurrence)])
        let url = try #require(URL(string: "https://gitlab.test/api/v4/projects/1/merge_requests"))
        let headers: HTTPHeaders = ["PRIVATE-TOKEN": "glpat-fake-metrics-reader"]
        return (FakeGitLabTransport(inquirer.fake), HTTPRequest(url: url, headers: headers), time)
    }

    @Test(
        "an answer in GitLab's stead comes once, then GitLab answers",
        arguments: [
            (Fault.tooManyRequests(retryAfter: 7), 429), (.tooManyRequests(retryAfter: nil), 429),
            (.internalServerError, 500), (.badGateway, 502), (.serviceUnavailable, 503),
            (.gatewayTimeout, 504),
            (.loginPage, 200), (.forbidden, 403), (.notFound, 404), (.featureDisabled, 403),
        ])
    func replacements(_ fault: Fault, _ status: Int) async throws {
        let (transport, request, _) = try Self.transport(fault)
        let struck = try await transport.send(request)
        #expect(struck.status == status)
        if case .tooManyRequests(let seconds) = fault {
            #expect(struck.headers["Retry-After"] == seconds.map(String.init))
        }
        let next = try await transport.send(request)
        #expect(next.status == 200 && next.body != struck.body)
    }

    @Test(
        "a connection that breaks is an error, as over a network",
        arguments: [Fault.closedBeforeReply, .cutBody])
    func brokenConnections(_ fault: Fault) async throws {
        let (transport, request, _) = try Self.transport(fault)
        let error = await #expect(throws: GitLabError.self) { try await transport.send(request) }
        #expect(error?.code == .connectionBroken)
        #expect(try await transport.send(request).status == 200)
    }

    @Test("bodies that are no JSON arrive as such", arguments: [Fault.truncatedJSON, .invalidJSON])
    func brokenBodies(_ fault: Fault) async throws {
        let (transport, request, _) = try Self.transport(fault)
        let struck = try await transport.send(request)
        #expect(struck.status == 200)
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: struck.body) }
    }

    @Test("one bad element leaves the others whole")
    func badElement() async throws {
        let (transport, request, _) = try Self.transport(.badElement)
        let struck = try JSONValue(parsing: try await transport.send(request).body).arrayValue ?? []
        let whole = try JSONValue(parsing: try await transport.send(request).body).arrayValue ?? []
        #expect(struck.count == whole.count)
        #expect(zip(struck, whole).filter { $0 != $1 }.count == 1)
    }

    @Test("waiting happens on the world's clock, and no longer than the request allows")
    func waiting() async throws {
        let (slow, request, time) = try Self.transport(.latency(.seconds(5)))
        #expect(try await slow.send(request).status == 200)
        #expect(time.slept == [.seconds(5)])
        let (silent, other, silence) = try Self.transport(.silence)
        let error = await #expect(throws: GitLabError.self) { try await silent.send(other) }
        #expect(error?.code == .timedOut && silence.elapsed == other.timeout)
    }

    @Test("a moved project leads to its number, the rest of the address kept")
    func movedProject() async throws {
        let (transport, request, _) = try Self.transport(.movedProject(id: 1))
        var former = request
        former.url = try #require(
            URL(string: "https://gitlab.test/api/v4/projects/old%2Fname/merge_requests?page=2"))
        let answer = try await transport.send(former)
        #expect(answer.status == 301)
        #expect(answer.headers["Location"] == "https://gitlab.test/api/v4/projects/1/merge_requests?page=2")
    }

    @Test("occurrences count matching requests only")
    func occurrences() async throws {
        let (transport, request, _) = try Self.transport(.badGateway, .every(3))
        let elsewhere = HTTPRequest(
            url: try #require(URL(string: "https://gitlab.test/api/v4/projects/1")), headers: request.headers)
        var statuses: [Int] = []
        for _ in 0..<6 {
            statuses.append(try await transport.send(request).status)
            #expect(try await transport.send(elsewhere).status == 200)
        }
        #expect(statuses == [200, 200, 502, 200, 200, 502])
    }

    @Test("chance is seeded")
    func probability() throws {
        func statuses(_ seed: UInt64) throws -> [Int] {
            let inquirer = try Inquirer.small(mergeRequests: 1)
            inquirer.fake.faults = FaultPlan([FaultRule(.serviceUnavailable, .probability(0.3))], seed: seed)
            return (0..<60).map { _ in inquirer.send("GET", "version").status }
        }
        #expect(try statuses(5) == statuses(5))
        #expect(try statuses(5) != statuses(6))
        #expect(try Set(statuses(5)) == [200, 503])
    }
}
