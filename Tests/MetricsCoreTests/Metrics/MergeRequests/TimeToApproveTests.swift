import MetricsCore
import Testing

@Suite struct TimeToApproveTests {
    private let hour = 3600

    @Test("An approval that is told once more, by a late delivery or by a second hook, counts once")
    func toldTwice() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: 2 * hour, by: History.grace, .approved)
        history.note(on: 1, at: 3 * hour, by: History.grace, .unapproved)
        history.note(on: 1, at: 5 * hour, by: History.linus, .approved)
        history.listNotes(of: 1)
        let once = history.value(TimeToApprove())
        #expect(once.number == 18_000.0)
        for _ in 0..<2 {
            history.event(on: 1, at: 2 * hour, by: History.grace, .approved)
            history.event(on: 1, at: 3 * hour, by: History.grace, .unapproved)
            history.event(on: 1, at: 5 * hour, by: History.linus, .approved)
        }
        #expect(history.value(TimeToApprove()) == once)
    }

    @Test("It runs from ready to the first approval")
    func plain() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: hour, by: History.ada, .markedReady)
        history.note(on: 1, at: 3 * hour, by: History.grace, .approved)
        history.note(on: 1, at: 4 * hour, by: History.linus, .approved)
        #expect(history.value(TimeToApprove()).number == 7200)
    }

    @Test("An approval that was withdrawn did not stand")
    func withdrawn() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: hour, by: History.grace, .approved)
        history.note(on: 1, at: 2 * hour, by: History.grace, .unapproved)
        history.note(on: 1, at: 4 * hour, by: History.linus, .approved)
        #expect(history.value(TimeToApprove()).number == Double(4 * hour))
    }

    @Test("A push that resets approvals takes them all away")
    func reset() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: hour, by: History.grace, .approved)
        history.note(on: 1, at: 2 * hour, by: History.linus, .approved)
        history.note(on: 1, at: 3 * hour, by: History.ada, .approvalsReset)
        history.note(on: 1, at: 5 * hour, by: History.grace, .approved)
        #expect(history.value(TimeToApprove()).number == Double(5 * hour))
    }

    @Test("Withdrawn and never given again is no approval, and is counted as such")
    func gone() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: hour, by: History.grace, .approved)
        history.note(on: 1, at: 2 * hour, by: History.grace, .unapproved)
        let value = history.value(TimeToApprove())
        #expect(value.number == nil)
        #expect(value.evidence.excluded(.noApproval).numbers == [1])
    }

    @Test("An approval while draft counts as 0 and is marked")
    func whileDraft() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: hour, by: History.grace, .approved)
        history.note(on: 1, at: 2 * hour, by: History.ada, .markedReady)
        let value = history.value(TimeToApprove())
        #expect(value.number == 0)
        #expect(value.evidence.marked(.whileDraft).numbers == [1])
    }

    @Test("Neither the author's nor a bot's approval counts")
    func others() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: 60, by: History.ada, .approved)
        history.note(on: 1, at: 120, by: History.bot, .approved)
        history.note(on: 1, at: hour, by: History.grace, .approved)
        #expect(history.value(TimeToApprove()).number == 3600)
    }

    @Test(
        "Until fully approved it runs to the last approval that was needed",
        arguments: [
            (nil, 1), (0, 1), (1, 1), (2, 3), (3, nil),
        ] as [(Int?, Int?)])
    func fullyApproved(required: Int?, hours: Int?) {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: hour, by: History.grace, .approved)
        history.note(on: 1, at: 3 * hour, by: History.linus, .approved)
        history.approvals(of: 1, required: required)
        let value = history.value(TimeToApprove(TimeToApprove.untilFullyApproved))
        #expect(value.number == hours.map { Double($0 * hour) })
    }

    @Test("An approval without a known time is left out as such, not taken for none")
    func undated() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: hour)
        history.approvals(of: 1, by: [History.grace])
        #expect(history.value(TimeToApprove()).evidence.excluded(.missingInstant).numbers == [1])
    }

    @Test("Notes alone say when; that somebody approves now adds nothing to what they know")
    func noted() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: hour, by: History.grace, .approved)
        history.approvals(of: 1, by: [History.grace])
        history.mergeRequest(2, created: 0)
        history.note(on: 2, at: hour, by: History.grace, .approved)
        history.note(on: 2, at: 5 * hour, by: History.grace, .unapproved)
        history.approvals(of: 2, by: [History.grace])
        let value = history.value(TimeToApprove())
        #expect(value.number == 3600)
        #expect(value.evidence.references.numbers == [1])
        #expect(value.evidence.excluded(.pending).numbers == [2])
    }

    @Test("A provisional approval counts once, however often it was told")
    func provisional() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.event(on: 1, at: hour, by: History.grace, .approved)
        history.event(on: 1, at: hour, by: History.grace, .approved)
        history.note(on: 1, at: hour, by: History.grace, .approved)
        history.approvals(of: 1, by: [History.grace], required: 2)
        #expect(history.value(TimeToApprove()).number == 3600)
        #expect(history.value(TimeToApprove(TimeToApprove.untilFullyApproved)).number == nil)
    }
}
