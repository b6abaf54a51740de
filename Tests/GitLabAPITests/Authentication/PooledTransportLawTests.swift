import FakeGitLab
import Foundation
import GitLabAPI
import Testing

@Suite("Laws of pools")
struct PooledTransportLawTests {
    /// People with tokens, what each may see, and when whose token dies.
    struct Schedule: Sendable {
        let people: [String]
        let sight: [String: Set<Int>]
        let deaths: [String: Int]

        /// The first person sees all and lives; of the others anything may be true.
        init(seed: Int) {
            var generator = SplitMix(seed: seed)
            let people = Array(["a", "b", "c", "d", "e"].prefix(Int.random(in: 2...5, using: &generator)))
            var sight = ["a": Set(1...12)]
            var deaths: [String: Int] = [:]
            for person in people.dropFirst() {
                sight[person] = Set((1...12).filter { _ in Bool.random(using: &generator) })
                if Bool.random(using: &generator) {
                    deaths[person] = Int.random(in: 0..<150, using: &generator)
                }
            }
            self.people = people.shuffled(using: &generator)
            self.sight = sight
            self.deaths = deaths
        }

        func instance(time: VirtualTime = VirtualTime()) -> PooledInstance {
            PooledInstance(time: time) { token, request, number in
                if let death = deaths[token], number >= death { return .revoked }
                let project = request.url.pathComponents.dropFirst(4).first.flatMap { Int($0) } ?? 0
                return sight[token]?.contains(project) == true ? nil : .hidden
            }
        }

        var pool: CredentialPool {
            CredentialPool(people.map { PooledCredential($0, AccessToken("token-of-\($0)")) })
        }
    }

    @Test("one after the other: all is answered, and no token learns a thing twice", arguments: 0..<24)
    func sequential(seed: Int) async throws {
        let schedule = Schedule(seed: seed)
        let instance = schedule.instance()
        let transport = instance.transport(schedule.pool)
        var generator = SplitMix(seed: seed + 1)
        for _ in 0..<150 {
            let project = Int.random(in: 1...12, using: &generator)
            #expect(try await transport.send(.get("projects/\(project)/issues")).status == 200)
        }
        let refused = instance.asked.filter { $0.status != 200 }
        for (token, refusals) in Dictionary(grouping: refused, by: \.token) {
            #expect(refusals.count { $0.status == 401 } <= 1, "\(token) died once")
            let hidden = refusals.filter { $0.status == 404 }.map(\.target)
            #expect(hidden.count == Set(hidden).count, "\(token) was told once of each project")
        }
    }

    @Test("many at a time: all is answered, and nothing is asked twice in vain", arguments: 0..<24)
    func concurrent(seed: Int) async throws {
        let schedule = Schedule(seed: seed)
        let instance = schedule.instance()
        let transport = instance.transport(schedule.pool)
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<200 {
                let path = "projects/\(number % 12 + 1)/issues?page=\(number)"
                group.addTask { try await transport.send(.get(path)).status }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 200, count: 200))
        let inVain = instance.asked.filter { $0.status != 200 }.map { "\($0.token) \($0.target)" }
        #expect(inVain.count == Set(inVain).count)
        #expect(instance.asked.count { $0.status == 200 } == 200)
    }

    @Test("no token exceeds its rate, and more tokens get more done", arguments: [1, 2, 4])
    func rates(count: Int) async throws {
        let time = VirtualTime()
        let instance = PooledInstance(time: time) { _, _, _ in nil }
        let people = ["a", "b", "c", "d"].prefix(count)
        let pool = CredentialPool(people.map { PooledCredential($0, AccessToken("token-of-\($0)")) })
        let transport = instance.transport(pool, perMinute: 60)
        for number in 0..<480 { _ = try await transport.send(.get("projects/\(number % 12)")) }
        for (_, asked) in Dictionary(grouping: instance.asked, by: \.token) {
            let dates = asked.map(\.date)
            for first in dates.indices {
                #expect(dates[first...].prefix { $0.timeIntervalSince(dates[first]) < 60 }.count <= 60)
            }
        }
        let minutes = 480.0 / 60 / Double(count)
        #expect(time.elapsed <= .seconds(60 * minutes * 1.15), "\(count) tokens share the work")
        #expect(time.elapsed >= .seconds(60 * (minutes - 1)))
    }

    /// GitLab's own count for one user, with others at work under the same name.
    @Test("work goes where GitLab's headers say that most is left")
    func budget() async throws {
        let time = VirtualTime()
        let instance = PooledInstance(time: time) { token, _, number in
            let left = token == "a" ? 2 : 900
            return .json(
                "{}",
                headers: [
                    "RateLimit-Limit": "1000", "RateLimit-Remaining": "\(left)",
                    "RateLimit-Reset": "\(Int(time.now.timeIntervalSince1970) + 60)",
                ])
        }
        let pool = instance.pool("a", "b")
        let transport = instance.transport(pool)
        for project in 1...20 { _ = try await transport.send(.get("projects/\(project)")) }
        #expect(pool.status[0].projects <= 2)
    }
}
