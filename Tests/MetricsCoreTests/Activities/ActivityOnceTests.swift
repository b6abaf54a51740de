import MetricsCore
import Testing

/// An act that several records tell stands in the feed once, and what GitLab no longer shows not at all.
@Suite struct ActivityOnceTests {
    @Test("A merge that the merge request, its state event and its note tell is one, and keeps its id")
    func merge() {
        var history = History()
        history.mergeRequest(4, created: 0, merged: 900)
        let alone = history.activities().first
        history.note(on: 4, at: 901, by: nil, .merged)
        history.stateEvent(1, on: history.mergeRequest(4), at: 903, "merged", by: History.grace)
        let merges = history.activities().filter { $0.kind == .merged }
        #expect(merges.map(\.line) == ["900 grace merged !4"])
        #expect(merges.first?.id == alone?.id)
        #expect(alone?.actor == nil)
    }

    @Test("A merge the merge request does not tell yet is told by its state event, else by its note")
    func mergeBeforeRead() {
        var history = History()
        history.mergeRequest(4, created: 0)
        history.note(on: 4, at: 902, by: History.linus, .merged)
        #expect(history.activities().first?.line == "902 linus merged !4")
        history.stateEvent(1, on: history.mergeRequest(4), at: 901, "merged", by: History.linus)
        #expect(history.activities().map(\.line) == ["901 linus merged !4", "0 ada merge_request_opened !4"])
    }

    @Test("The latest closing is one with the state event and the note that tell it, earlier ones stay")
    func closings() {
        var history = History()
        history.mergeRequest(4, created: 0, closed: 5000)
        history.note(on: 4, at: 1001, by: History.ada, .closed)
        history.note(on: 4, at: 2000, by: History.ada, .reopened)
        history.note(on: 4, at: 5001, by: History.ada, .closed)
        let told = [
            "5001 ada merge_request_closed !4", "2000 ada merge_request_reopened !4",
            "1001 ada merge_request_closed !4", "0 ada merge_request_opened !4",
        ]
        #expect(history.activities().map(\.line) == told)
        history.stateEvent(1, on: history.mergeRequest(4), at: 1000, "closed", by: nil)
        history.stateEvent(2, on: history.mergeRequest(4), at: 2000, "reopened", by: History.ada)
        history.stateEvent(3, on: history.mergeRequest(4), at: 5002, "closed", by: History.ada)
        #expect(
            history.activities().map(\.line) == [
                "5002 ada merge_request_closed !4", told[1], "1000 ada merge_request_closed !4", told[3],
            ])
    }

    @Test(
        "Two approvals within a minute are two if two people gave them, and one if a note and a webhook tell it"
    )
    func approvals() {
        var history = History()
        history.mergeRequest(4, created: 0)
        history.note(on: 4, at: 100, by: History.grace, .approved)
        history.event(on: 4, at: 101, by: History.grace, .approved)
        history.event(on: 4, at: 130, by: History.linus, .approved)
        #expect(
            history.activities().map(\.line) == [
                "130 linus approved !4", "100 grace approved !4", "0 ada merge_request_opened !4",
            ])
    }

    @Test("What a complete read of the notes does not show is gone: the comment and the webhook's event")
    func superseded() {
        var history = History()
        history.mergeRequest(4, created: 0)
        history.note(on: 4, at: 50, by: History.linus)
        history.listNotes(of: 4)
        history.event(on: 4, at: 100, by: History.linus, .approved)
        #expect(history.activities().count == 3)
        // The notes were read again, a day after they were written.
        let began = (History.start.secondsSince1970 + 86_400) * 1000
        history.insert(
            ListingRecord(
                id: .init(subject: history.mergeRequest(4), children: .note), project: history.project,
                began: began, members: .ids([])))
        #expect(history.activities().map(\.line) == ["0 ada merge_request_opened !4"])
    }

    @Test("Nothing is told of a merge request or issue that is gone, or of which nothing is known")
    func gone() {
        var history = History()
        history.mergeRequest(4, created: 0, merged: 90, existence: .gone)
        history.note(on: 4, at: 50, by: History.linus)
        history.note(on: 4, at: 60, by: History.linus, .approved)
        history.note(on: 5, at: 50, by: History.linus)
        history.stateEvent(1, on: history.issue(8), at: 70, "closed", by: History.ada)
        history.timeLog(1, on: 7, at: 80, spent: 60, by: History.ada)
        history.issue(7, opened: 10)
        #expect(history.activities().map(\.line) == ["80 ada time_logged #7", "10 ada issue_created #7"])
        history.edit(issue: 7) { $0.existence = Register(.gone, stamp: History.laterStamp) }
        #expect(history.activities().isEmpty)
    }

    @Test("The commits GitLab makes to land a merge request are told by its merge")
    func landing() {
        var history = History()
        history.mergeRequest(4, created: 0, merged: 900, head: "own", squash: "squash", merge: "merge")
        for (sha, at) in [("own", 100), ("squash", 899), ("merge", 900)] {
            history.commit(sha, committed: at, by: "ada@example.com")
        }
        #expect(
            history.activities().map(\.line) == [
                "900 nobody merged !4", "100 ada@example.com committed own", "0 ada merge_request_opened !4",
            ])
    }
}
