import Foundation
import MetricsCore
import MetricsReporting
import Testing

@Suite("The cursor of the activity feed")
struct ActivityCursorTests {
    private func cursors() -> [ActivityFeed.Cursor] {
        BusyWeek(seed: 1).activities(ActivityFilter()).map { ActivityFeed.Cursor(after: $0) }
    }

    @Test("Its text reads back, and can stand in an address as it is")
    func text() throws {
        for cursor in cursors() {
            let text = cursor.description
            #expect(ActivityFeed.Cursor(text) == cursor)
            #expect(text.wholeMatch(of: /[A-Za-z0-9._-]+/) != nil)
            let stored = try JSONEncoder().encode([cursor])
            #expect(try JSONDecoder().decode([ActivityFeed.Cursor].self, from: stored) == [cursor])
        }
    }

    @Test("Names with any letters survive", arguments: ["ö/?&=+ \"", "🚀", "\n\0", "a.b-c_d~"])
    func names(name: String) {
        let project = ProjectKey(InstanceID(rawValue: name), Int64.min)
        let activity = Activity(
            .init(rawValue: name), at: Instant(secondsSince1970: .min), project: project,
            record: .branch(BranchKey(project, name)), subject: .init(.project(project)))
        let cursor = ActivityFeed.Cursor(after: activity)
        #expect(ActivityFeed.Cursor(cursor.description) == cursor)
    }

    @Test(
        "What no feed gave out is none",
        arguments: ["", "1", "1.", "2.e30", "1.e30", "1.%%%", "1.bm90IEpTT04", "null", "1.🚀", "."])
    func nonsense(text: String) {
        #expect(ActivityFeed.Cursor(text) == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([ActivityFeed.Cursor].self, from: JSONEncoder().encode([text]))
        }
    }

    @Test("A text cut short anywhere is none")
    func cut() throws {
        let text = try #require(cursors().first?.description)
        for length in 0..<text.count { #expect(ActivityFeed.Cursor(String(text.prefix(length))) == nil) }
    }

    @Test(
        "A cursor at either end of time leads to everything before it or to nothing",
        arguments: [Int64.min, .max])
    func endsOfTime(seconds: Int64) async throws {
        let week = BusyWeek(seed: 1)
        let project = ProjectKey("", 0)
        let cursor = ActivityFeed.Cursor(
            after: Activity(
                .merged, at: Instant(secondsSince1970: seconds), project: project,
                record: .project(project), subject: .init(.project(project))))
        let page = try await ActivityFeed(storage: ExactStorage(week.records)).page(
            after: cursor, limit: 1000)
        #expect(page.activities == (seconds == .min ? [] : week.activities(ActivityFilter())))
    }
}
