import MetricsCore
import Testing

@Suite struct TimeToFirstCommentTests {
    private let hour = 3600

    @Test("It runs from creation to the first comment by another human when it never was a draft")
    func plain() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: 2 * hour, by: History.grace)
        history.note(on: 1, at: 3 * hour, by: History.linus)
        let value = history.value(TimeToFirstComment())
        #expect(value.number == 7200)
        #expect(value.evidence.references.numbers == [1])
        #expect(value.evidence.exclusions.isEmpty)
    }

    @Test(
        "An approval or a request for changes is a review as much as a comment is",
        arguments: [
            NoteActivity.approved, .requestedChanges,
        ])
    func otherReviews(_ activity: NoteActivity) {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: hour, by: History.grace, activity)
        #expect(history.value(TimeToFirstComment()).number == 3600)
    }

    @Test(
        "What is no review by another human is passed over",
        arguments: [
            (History.ada, nil), (History.grace, NoteActivity.reviewRequested), (History.grace, .commitsAdded),
            (History.grace, .unapproved), (History.ada, .approved), (nil, nil),
        ] as [(Account?, NoteActivity?)])
    func passedOver(_ author: Account?, _ activity: NoteActivity?) {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: 60, by: author, activity)
        history.note(on: 1, at: hour, by: History.linus)
        #expect(history.value(TimeToFirstComment()).number == 3600)
    }

    @Test("A comment of which nobody knows whether it is the first waits until all were read")
    func unknownPast() {
        var history = History()
        history.cover(.note, from: hour)
        history.mergeRequest(1, created: 0)
        history.mergeRequest(2, created: 2 * hour)
        history.note(on: 1, at: 3 * hour, by: History.grace)
        history.note(on: 2, at: 3 * hour, by: History.grace)
        #expect(history.value(TimeToFirstComment()).evidence.references.numbers == [2])

        history.listNotes(of: 1)
        #expect(history.value(TimeToFirstComment()).evidence.references.numbers == [1, 2])
    }

    @Test("A bot's early comment is passed over and counted")
    func bot() {
        var history = History()
        history.mergeRequest(1, created: 0)
        let early = history.note(on: 1, at: 60, by: History.bot)
        history.note(on: 1, at: hour, by: History.grace)
        history.note(on: 1, at: 2 * hour, by: History.bot)
        let value = history.value(TimeToFirstComment())
        #expect(value.number == 3600)
        #expect(value.evidence.excluded(.bot).map(\.description) == ["note alpha/\(early)"])
    }

    @Test("A merge request by a bot is left out and counted")
    func botAuthor() {
        var history = History()
        history.mergeRequest(1, created: 0, author: History.bot)
        history.note(on: 1, at: 60, by: History.grace)
        let value = history.value(TimeToFirstComment())
        #expect(value.number == nil)
        #expect(value.evidence.sampleSize == 0)
        #expect(value.evidence.excluded(.bot).numbers == [1])
    }

    @Test("A review while draft counts as 0 and is marked")
    func whileDraft() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: 60, by: History.grace)
        history.note(on: 1, at: hour, by: History.ada, .markedReady)
        let value = history.value(TimeToFirstComment())
        #expect(value.number == 0)
        #expect(value.evidence.marked(.whileDraft).numbers == [1])
    }

    @Test("The clock starts at the last time it became ready before the first review")
    func lastReady() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: hour, by: History.ada, .markedDraft)
        history.note(on: 1, at: 5 * hour, by: History.ada, .markedReady)
        history.note(on: 1, at: 6 * hour, by: History.grace)
        history.note(on: 1, at: 7 * hour, by: History.ada, .markedDraft)
        history.note(on: 1, at: 8 * hour, by: History.ada, .markedReady)
        #expect(history.value(TimeToFirstComment()).number == 3600)
    }

    @Test("A comment after the merge is no review: it was merged without one")
    func afterMerge() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: hour)
        history.note(on: 1, at: 2 * hour, by: History.grace)
        let value = history.value(TimeToFirstComment())
        #expect(value.number == nil)
        #expect(value.evidence.excluded(.noReview).numbers == [1])
    }

    @Test("Those without a review are told apart: merged, waiting, draft")
    func without() {
        var history = History()
        history.cover()
        history.mergeRequest(1, created: 0, merged: hour)
        history.mergeRequest(2, created: 0)
        history.mergeRequest(3, created: 0, draft: true)
        let value = history.value(TimeToFirstComment())
        #expect(value.absence == .allLeftOut)
        #expect(value.evidence.excluded(.noReview).numbers == [1])
        #expect(value.evidence.excluded(.pending).numbers == [2])
        #expect(value.evidence.excluded(.draft).numbers == [3])
    }

    @Test("A deleted reviewer's comment counts: the ghost is not a bot")
    func ghost() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: 60, by: Account(id: 77, username: "ghost"))
        history.user(77, "ghost", isBot: true)
        #expect(history.value(TimeToFirstComment()).number == 60)
    }
}
