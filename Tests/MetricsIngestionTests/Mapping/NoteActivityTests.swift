import MetricsCore
import Testing

@testable import MetricsIngestion

@Suite("System notes")
struct NoteActivityTests {
    @Test(
        "are understood by their wording",
        arguments: [
            ("approved this merge request", NoteActivity.approved),
            ("unapproved this merge request", .unapproved),
            ("reset approvals from @ann and @bob by pushing to the branch", .approvalsReset),
            ("requested changes", .requestedChanges),
            ("requested review from @ann", .reviewRequested),
            ("requested review from @ann and removed review request for @bob", .reviewRequested),
            ("removed review request for @bob", .reviewRequestRemoved),
            ("marked this merge request as **ready**", .markedReady),
            ("marked this merge request as **draft**", .markedDraft),
            ("marked as a **Work In Progress**", .markedDraft),
            ("unmarked as a **Work In Progress**", .markedReady),
            ("added 1 commit\n\n<ul><li>8e1f - Fix</li></ul>", .commitsAdded),
            ("added 12 commits\n\n<ul></ul>", .commitsAdded),
            ("added ~\"backend\" label", .other),
            ("added many commits", .other),
            ("merged", .merged),
            ("closed", .closed),
            ("closed via merge request !3", .closed),
            ("reopened", .reopened),
            ("mentioned in merge request !4", .other),
            ("changed the description", .other),
            ("", .other),
        ])
    func wording(body: String, activity: NoteActivity) {
        #expect(NoteActivity(systemNote: body) == activity)
    }
}
