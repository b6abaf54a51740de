import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore

/// The project of Documentation/GoldenProject.md, served by a fake GitLab at the moment the period ends.
enum GoldenProject {
    static let instance: InstanceID = "golden"
    static let key = ProjectKey(instance, 7)

    /// 2026-03-02 to 2026-04-01, in UTC.
    static let period = ReportPeriod(
        start: Instant(secondsSince1970: 1_772_409_600), end: Instant(secondsSince1970: 1_775_001_600),
        timeZone: .gmt)

    static func fake() throws -> FakeGitLab {
        let world = try FakeGitLab.Fixture(named: "golden").world(now: period.end.date)
        return FakeGitLab(world: world, time: VirtualTime(period.end.date))
    }

    static func client(of fake: FakeGitLab) throws -> GitLabClient {
        GitLabClient(
            instance: try InstanceURL("https://gitlab.example.com"),
            credentials: StaticCredential(AccessToken("golden-reader")),
            transport: FakeGitLabTransport(fake), time: fake.time)
    }
}
