import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import Testing

/// Ends are days, and come at their beginning in UTC.
@Suite("Warnings of a token's and a membership's end") struct ExpiryWarningTests {
    private static let length: TimeInterval = 86_400
    /// Seconds since the beginning of the day at which is asked.
    private static let moments: [TimeInterval] = [0, 1, 86_399]
    private static let warned = 14

    /// What is found by a user asked at a moment of a day, so many days before the end.
    private static func report(
        at moment: TimeInterval, tokenEnds: Int? = nil, membershipEnds: Int? = nil, days: Int = warned
    ) async throws -> ConnectionReport {
        var lab = try CheckLab()
        let midnight = Date(
            timeIntervalSince1970: (CheckLab.now.timeIntervalSince1970 / length).rounded(.down) * length)
        let now = midnight.addingTimeInterval(moment)
        func day(_ count: Int?) -> Date? { count.map { midnight.addingTimeInterval(Double($0) * length) } }
        lab.world.addToken(CheckLab.token, for: lab.user, expiresAt: day(tokenEnds))
        lab.world.addMember(lab.user, toGroup: lab.group, access: .reporter, expires: day(membershipEnds))
        let fake = FakeGitLab(world: lab.world, time: VirtualTime(now))
        return await ConnectionCheck(
            url: "https://gitlab.test", token: Secret(CheckLab.token), options: .init(warningDays: days),
            transport: FakeGitLabTransport(fake), time: fake.time
        ).run()
    }

    /// What remains of days that end at midnight.
    private static func remaining(_ days: Int, at moment: TimeInterval) -> TimeInterval {
        Double(days) * length - moment
    }

    @Test(
        "A token is warned of when no more than the days asked for remain, to the second, and refused from its day on",
        arguments: -3...30)
    func token(_ days: Int) async throws {
        for moment in Self.moments {
            let report = try await Self.report(at: moment, tokenEnds: days)
            let remaining = Self.remaining(days, at: moment)
            guard remaining > 0 else {
                #expect(report.headline?.code == .tokenExpired, "\(days) days, \(moment) s")
                continue
            }
            let isNear = remaining <= Double(Self.warned) * Self.length
            #expect(
                report.findings.map(\.code) == (isNear ? [.tokenExpiresSoon] : []),
                "\(days) days, \(moment) s")
        }
    }

    @Test("So is a membership", arguments: -3...30)
    func membership(_ days: Int) async throws {
        for moment in Self.moments {
            let report = try await Self.report(at: moment, membershipEnds: days)
            let remaining = Self.remaining(days, at: moment)
            let isNear = remaining > 0 && remaining <= Double(Self.warned) * Self.length
            let codes = report.findings.map(\.code)
            #expect(codes.contains(.membershipExpiresSoon) == isNear, "\(days) days, \(moment) s: \(codes)")
            if remaining <= 0 { #expect(report.headline?.code == .noResources) }
        }
    }

    @Test("The warning says the day in UTC, and how long it is until then")
    func words() async throws {
        let messages = try await [1, 2, 3].asyncMap { days in
            try await Self.report(at: 43_200, tokenEnds: days).warnings.map(\.message)
        }
        #expect(
            messages == [
                ["The token ends on 2026-01-10, in less than a day."],
                ["The token ends on 2026-01-11, in a day."], ["The token ends on 2026-01-12, in 2 days."],
            ])
    }

    @Test("A membership that is over but still listed is warned of")
    func over() async throws {
        var lab = try CheckLab()
        lab.addToken()
        let member = #"[{"id":2,"username":"metrics","access_level":20,"expires_at":"2026-01-09"}]"#
        let fake = lab.fake()
        let report = await ConnectionCheck(
            url: "https://gitlab.test", token: Secret(CheckLab.token),
            transport: Refusing(["/members/all": .json(200, member)], over: FakeGitLabTransport(fake)),
            time: fake.time
        ).run()
        #expect(
            report.warnings.map(\.message) == [
                "The membership of the token's user ends on 2026-01-09, at any moment."
            ])
    }

    @Test("No days asked for warn of nothing that is yet to come")
    func never() async throws {
        #expect(try await Self.report(at: 86_399, tokenEnds: 1, days: 0).findings.isEmpty)
    }
}

extension Array {
    fileprivate func asyncMap<Result>(_ body: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await body(element)) }
        return results
    }
}
