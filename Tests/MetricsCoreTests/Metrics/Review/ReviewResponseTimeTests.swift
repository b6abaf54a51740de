import Foundation
import MetricsCore
import Testing

@Suite struct ReviewResponseTimeTests {
    private let hour = 3600

    @Test("It runs from when it was the reviewers' turn to the review that ends their turn")
    func plain() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        let first = history.note(on: 1, at: 2 * hour, by: History.grace)
        history.note(on: 1, at: 3 * hour, by: History.linus)
        history.note(on: 1, at: 5 * hour, by: History.ada, .commitsAdded)
        let second = history.note(on: 1, at: 6 * hour, by: History.grace, .approved)
        let value = history.value(ReviewResponseTime())
        #expect(value.distribution?.min == Double(hour))
        #expect(value.distribution?.max == Double(2 * hour))
        #expect(value.number == 5400)
        #expect(value.evidence.references.numbers == [first, second])
    }

    @Test(
        "New commits, the author's comment, a request for review hand it back to the reviewers",
        arguments: [
            (History.ada, nil), (History.ada, NoteActivity.commitsAdded), (History.bot, .commitsAdded),
            (History.ada, .reviewRequested),
        ] as [(Account, NoteActivity?)])
    func handedBack(_ author: Account, _ activity: NoteActivity?) {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: hour, by: History.grace)
        history.note(on: 1, at: 3 * hour, by: author, activity)
        history.note(on: 1, at: 6 * hour, by: History.grace)
        #expect(history.value(ReviewResponseTime()).distribution?.max == Double(3 * hour))
    }

    @Test("While it is the author's turn, a further review answers nothing")
    func authorsTurn() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: hour, by: History.grace, .approved)
        history.note(on: 1, at: 2 * hour, by: History.bot)
        history.note(on: 1, at: 5 * hour, by: History.linus)
        #expect(history.value(ReviewResponseTime()).distribution?.count == 1)
    }

    @Test("As a draft it is the author's, whatever is pushed or said, until it is ready again")
    func draft() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: hour, by: History.ada, .markedDraft)
        history.note(on: 1, at: 2 * hour, by: History.ada, .commitsAdded)
        history.note(on: 1, at: 4 * hour, by: History.grace)
        history.note(on: 1, at: 5 * hour, by: History.ada, .markedReady)
        history.note(on: 1, at: 8 * hour, by: History.grace, .approved)
        #expect(history.value(ReviewResponseTime()).distribution?.count == 1)
        #expect(history.value(ReviewResponseTime()).number == Double(3 * hour))
    }

    @Test("A turn that ends by the merge, the closing or not at all is no response")
    func unanswered() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: hour)
        history.mergeRequest(2, created: 0, closed: hour)
        history.mergeRequest(3, created: 0)
        history.note(on: 1, at: 2 * hour, by: History.grace)
        history.note(on: 2, at: 2 * hour, by: History.grace)
        let value = history.value(ReviewResponseTime())
        #expect(value.number == nil)
        #expect(value.evidence.exclusions.isEmpty)
    }

    @Test("It counts when the review comes, in the period or not")
    func period() {
        var history = History()
        history.mergeRequest(1, created: -2 * History.day)
        history.listNotes(of: 1)
        history.note(on: 1, at: hour, by: History.grace)
        #expect(history.value(ReviewResponseTime()).number == Double(2 * History.day + hour))
        #expect(history.value(ReviewResponseTime(), days: -3..<0).number == nil)
    }

    @Test("A bot's merge request is left out by the review's note; a review only a webhook told waits for it")
    func leftOut() {
        var history = History()
        history.mergeRequest(1, created: 0, author: History.bot)
        let note = history.note(on: 1, at: hour, by: History.grace)
        history.mergeRequest(2, created: 0)
        history.event(on: 2, at: hour, by: History.grace, .approved)
        let value = history.value(ReviewResponseTime())
        #expect(value.number == nil)
        #expect(value.evidence.excluded(.bot).numbers == [note])
        let including = ReviewResponseTime().redefined { $0.inclusion.bots = .included }
        #expect(history.value(including).evidence.references.numbers == [note])
    }

    @Test("Working time is that of the merge request's author where a roster has his hours")
    func workingTime() {
        var history = History.onMonday()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: 12 * hour, by: History.grace)
        let early = WorkCalendar(timeZone: .gmt, hours: [1: [6 * hour..<14 * hour]])
        let roster = Roster(people: [Person(id: "ada", accounts: [.init("alpha", 1)], calendar: early)])
        let metric = ReviewResponseTime().redefined {
            $0.calendar = .rostered(otherwise: .standard(in: .gmt))
        }
        #expect(history.value(metric).number == Double(3 * hour))
        #expect(history.value(metric, rules: FactRules(roster: roster)).number == Double(6 * hour))
    }
}
