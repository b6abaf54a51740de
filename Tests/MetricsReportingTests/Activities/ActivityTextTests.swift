import Foundation
import MetricsCore
import MetricsReporting
import Testing

@Suite("Activities in words and in JSON")
struct ActivityTextTests {
    private static let project = ProjectKey("gitlab", 1)
    private static let ben = Actor.account(Account(id: 8, username: "ben"))
    /// 2026-03-05 12:00 UTC.
    private static let noon = Instant(secondsSince1970: 1_772_712_000)

    private static func activity(
        _ kind: Activity.Kind, _ subject: Activity.Subject = mergeRequest, by actor: Actor? = ben
    ) -> Activity {
        Activity(
            kind, at: noon, project: project, projectPath: "acme/app", actor: actor,
            record: subject.reference, subject: subject)
    }

    private static let mergeRequest = Activity.Subject(
        .mergeRequest(MergeRequestKey("gitlab", 104)), name: "!4", title: "Fix the lamp")
    private static let issue = Activity.Subject(.issue(IssueKey("gitlab", 107)), name: "#7", title: "Dark")
    private static let branch = Activity.Subject(.branch(BranchKey(project, "main")), name: "main")
    private static let commit = Activity.Subject(
        .commit(CommitKey(project, "c0ffee")), name: "c0ffee", title: "Fix the lamp")
    private static let environment = Activity.Subject(
        .environment(EnvironmentKey("gitlab", 3)), name: "production")
    private static let pipeline = Activity.Subject(.pipeline(PipelineKey("gitlab", 12)), name: "#12")
    private static let tag = Activity.Subject(.tag(TagKey(project, "v1.0")), name: "v1.0")
    private static let release = Activity.Subject(
        .release(ReleaseKey(project, "v1.0")), name: "v1.0", title: "Light")

    private static let lines: [(Activity, String)] = [
        (activity(.merged), "ben merged acme/app !4 Fix the lamp"),
        (activity(.mergeRequestOpened), "ben opened acme/app !4 Fix the lamp"),
        (activity(.mergeRequestCommented), "ben commented on acme/app !4 Fix the lamp"),
        (activity(.unapproved), "ben withdrew approval of acme/app !4 Fix the lamp"),
        (activity(.approved, by: nil), "somebody approved acme/app !4 Fix the lamp"),
        (activity(.merged).withoutTitle, "ben merged acme/app !4"),
        (activity(.issueClosed, issue), "ben closed acme/app #7 Dark"),
        (
            activity(.committed, commit, by: .author(name: "Ben", email: "ben@example.com")),
            "Ben committed c0ffee in acme/app Fix the lamp"
        ),
        (activity(.branchCreated, branch), "ben created branch main in acme/app"),
        (activity(.tagDeleted, tag), "ben deleted tag v1.0 in acme/app"),
        (activity(.released, release), "ben released v1.0 in acme/app Light"),
        (activity(.commitsPushed, branch), "ben pushed to main in acme/app"),
        (
            with(activity(.commitsPushed, branch)) { $0.commitCount = 1 },
            "ben pushed 1 commit to main in acme/app"
        ),
        (
            with(activity(.commitsPushed, branch)) { $0.commitCount = 3 },
            "ben pushed 3 commits to main in acme/app"
        ),
        (
            with(activity(.pipelineRun, pipeline)) { $0.status = "failed" },
            "ben ran pipeline #12 in acme/app: failed"
        ),
        (
            with(activity(.deployed, environment)) { $0.status = "success" },
            "ben deployed to production in acme/app: success"
        ),
        (with(activity(.timeLogged)) { $0.seconds = 5400 }, "ben logged 1h 30m on acme/app !4 Fix the lamp"),
        (with(activity(.timeLogged)) { $0.seconds = -600 }, "ben took back 10m on acme/app !4 Fix the lamp"),
        (activity(.init(rawValue: "cake_baked"), branch), "ben cake baked main in acme/app"),
        (with(activity(.merged)) { $0.projectPath = nil }, "ben merged gitlab/1 !4 Fix the lamp"),
    ]

    private static func with(_ activity: Activity, _ change: (inout Activity) -> Void) -> Activity {
        var copy = activity
        change(&copy)
        return copy
    }

    @Test("Each kind is a line", arguments: lines)
    func line(activity: Activity, text: String) {
        #expect(activity.description == "2026-03-05 12:00 " + text)
    }

    @Test("No kind is left without words of its own", arguments: Activity.Kind.all)
    func words(kind: Activity.Kind) {
        let text = Self.activity(kind, Self.branch).description
        #expect(!text.contains("_") && text.contains(" ben ") && text.contains("acme/app"))
    }

    @Test("Instants are written in the time zone asked for")
    func timeZone() throws {
        let zone = try #require(TimeZone(identifier: "America/New_York"))
        #expect(Self.activity(.merged).text(in: zone).hasPrefix("2026-03-05 07:00 ben merged"))
    }

    @Test("Numbers at the ends of what records hold are written, not trapped on", arguments: [Int.min, .max])
    func extremes(number: Int) {
        var activity = Self.activity(.timeLogged)
        activity.at = Instant(secondsSince1970: Int64(number))
        activity.seconds = number
        #expect(activity.description.contains(number < 0 ? "0001-01-" : "9999-12-31"))
    }

    @Test("The JSON form has the keys that the documentation names, and reads back")
    func json() throws {
        var activity = Self.activity(.deployed, Self.environment)
        activity.link = "https://gitlab.example.com/acme/app/-/environments/3"
        activity.status = "success"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(activity), as: UTF8.self)
        #expect(
            text == """
                {"actor":{"id":8,"username":"ben"},"at":1772712000,"isBot":false,"kind":"deployed",\
                "link":"https://gitlab.example.com/acme/app/-/environments/3","project":"gitlab/1",\
                "projectPath":"acme/app","record":{"id":"3","instance":"gitlab","kind":"environment"},\
                "status":"success","subject":{"name":"production",\
                "reference":{"id":"3","instance":"gitlab","kind":"environment"}}}
                """)
        #expect(try JSONDecoder().decode(Activity.self, from: Data(text.utf8)) == activity)
    }

    @Test("A page survives being stored")
    func storedPage() throws {
        let activities = BusyWeek(seed: 2).activities(ActivityFilter())
        let page = ActivityFeed.Page(
            activities: activities, next: activities.last.map { ActivityFeed.Cursor(after: $0) })
        let data = try JSONEncoder().encode(page)
        #expect(try JSONDecoder().decode(ActivityFeed.Page.self, from: data) == page)
    }
}
