import Foundation
import MetricsCore
import MetricsReporting
import MetricsStorage
import Testing

@Suite("The activity feed")
struct ActivityFeedTests {
    static let filters: [ActivityFilter] = [
        ActivityFilter(),
        ActivityFilter(includesBots: true),
        ActivityFilter(projects: [BusyWeek.projects[2], BusyWeek.projects[0]], kinds: [.approved, .merged]),
        ActivityFilter(
            people: .init(accounts: [.init("alpha", 7)], emails: ["ann@example.com"]),
            period: BusyWeek.start..<BusyWeek.start.advanced(bySeconds: 4 * 86_400)),
        ActivityFilter(
            period: BusyWeek.start.advanced(bySeconds: 86_400)..<BusyWeek.start.advanced(bySeconds: 90_000),
            includesBots: true),
    ]

    /// All pages one after the other; before each further one, something happens.
    private func pages(
        of feed: ActivityFeed, _ filter: ActivityFilter, limit: Int,
        before: (Int) async throws -> Void = { _ in }
    ) async throws -> [[Activity]] {
        var page = try await feed.page(matching: filter, limit: limit)
        var pages = [page.activities]
        while let next = page.next {
            try await before(pages.count)
            page = try await feed.page(matching: filter, after: next, limit: limit)
            pages.append(page.activities)
        }
        return pages
    }

    @Test("Its pages together are all activities, from exact and from generous stores", arguments: 1...3)
    func pagesAreAll(seed: UInt64) async throws {
        let week = BusyWeek(seed: seed)
        let stores: [any RecordStorage] = [ExactStorage(week.records), InMemoryStorage(week.records)]
        for storage in stores {
            for filter in Self.filters {
                let pages = try await pages(of: ActivityFeed(storage: storage), filter, limit: 7)
                #expect(pages.flatMap(\.self) == week.activities(filter))
                #expect(pages.dropLast().allSatisfy { $0.count == 7 })
            }
        }
    }

    @Test("What is done while somebody reads on neither repeats nor hides anything", arguments: 1...3)
    func arrivals(seed: UInt64) async throws {
        let week = BusyWeek(seed: seed)
        let storage = ExactStorage(week.records)
        let feed = ActivityFeed(storage: storage)
        let read = try await pages(of: feed, ActivityFilter(), limit: 11) { number in
            await storage.merge(week.later(number))
        }
        #expect(read.flatMap(\.self) == week.activities(ActivityFilter()))
        let newest = try await feed.page(limit: 1).activities.first
        #expect(newest.map { $0.at > read[0][0].at } == true)
    }

    @Test("Any length of page gives the same feed", arguments: [1, 50, .max])
    func limits(limit: Int) async throws {
        let week = BusyWeek(seed: 3)
        let feed = ActivityFeed(storage: InMemoryStorage(week.records))
        let pages = try await pages(of: feed, ActivityFilter(), limit: limit)
        #expect(pages.flatMap(\.self) == week.activities(ActivityFilter()))
        #expect(try await feed.page(limit: 0).activities.count == 1)
    }

    @Test("The last page leads nowhere, and neither does the only one of an empty store")
    func lastPage() async throws {
        let week = BusyWeek(seed: 3)
        let feed = ActivityFeed(storage: InMemoryStorage(week.records))
        let count = week.activities(ActivityFilter()).count
        #expect(try await feed.page(limit: count).next == nil)
        #expect(try await feed.page(limit: count - 1).next != nil)
        let empty = try await ActivityFeed(storage: InMemoryStorage()).page()
        #expect(empty == ActivityFeed.Page(activities: [], next: nil))
    }

    @Test("Time booked for a day on which the merge request did not exist yet is told with its title")
    func backdated() async throws {
        var records = RecordSet()
        let mergeRequest = SampleStore.mergeRequest(4, day: 5, after: 3600)
        records.insert(mergeRequest)
        records.insert(
            TimeLogRecord(
                id: TimeLogKey(SampleStore.instance, 1), project: SampleStore.busy,
                subject: mergeRequest.reference,
                facts: Register(
                    .init(user: nil, seconds: 60, spentAt: SampleStore.start),
                    stamp: SampleStore.stamp(SampleStore.start))))
        let day = SampleStore.start..<SampleStore.start.advanced(bySeconds: 86_400)
        let page = try await ActivityFeed(storage: ExactStorage(records))
            .page(matching: ActivityFilter(period: day))
        #expect(page.activities.map(\.subject.title) == ["Change 4"])
    }

    @Test("Titles can be hidden; all else stays")
    func hiddenTitles() async throws {
        let storage = await SampleStore.storage()
        let open = try await ActivityFeed(storage: storage).page()
        let closed = try await ActivityFeed(storage: storage, configuration: .init(hidesTitles: true)).page()
        #expect(!open.activities.compactMap(\.subject.title).isEmpty)
        #expect(closed.activities.compactMap(\.subject.title).isEmpty)
        #expect(closed.activities == open.activities.map(\.withoutTitle))
    }

    @Test("Bots are those of the rules")
    func rules() async throws {
        let storage = await SampleStore.storage()
        let rules = FactRules(bots: BotRule(usernames: ["ann"]))
        let page = try await ActivityFeed(storage: storage, configuration: .init(rules: rules)).page()
        #expect(Set(page.activities.map(\.kind)) == [.merged])
    }

    @Test("A page as the documentation reads it")
    func documented() async throws {
        let storage = await SampleStore.storage()
        let period = SampleStore.period
        let feed = ActivityFeed(storage: storage)
        let filter = ActivityFilter(kinds: [.merged, .deployed], period: period.range)
        let page = try await feed.page(matching: filter, limit: 2)
        let lines = page.activities.map { $0.text(in: period.timeZone) }
        let text = page.next?.description
        let cursor = text.flatMap { ActivityFeed.Cursor($0) }
        let next = try await feed.page(matching: filter, after: cursor, limit: 2)
        #expect(lines.last == "2026-03-04 22:00 bob merged acme/b*sy !4 Change 4")
        #expect(next.activities.count == 2)
        #expect(!next.activities.contains { page.activities.contains($0) })
    }

    @Test("The feed of one person of a roster, as the documentation reads it")
    func documentedPerson() async throws {
        let storage = await SampleStore.storage()
        let ann = Person(id: "ann", accounts: [.init("gitlab", 7)], emails: ["ann@example.com"])
        let roster = Roster(people: [ann])
        let feed = ActivityFeed(
            storage: storage, configuration: .init(rules: FactRules(roster: roster), hidesTitles: true))
        let hers = try await feed.page(matching: ActivityFilter(people: .init([ann])))
        #expect(hers.activities.map(\.kind) == Array(repeating: .mergeRequestOpened, count: 4))
    }
}
